using System;
using System.IO;
using Dataverse.Local;
using Dataverse.Local.Http;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Browser.Tests;

/// <summary>The packed managed solution, imported and served, with a programme that gives a point per 1.00.</summary>
public sealed class ServedSolution : IDisposable
{
    private const int FirstOption = 884320000;

    private readonly LocalServer _server;

    public ServedSolution()
    {
        Dataverse = LocalDataverse.Open();
        Dataverse.Import(Path.Combine(AppContext.BaseDirectory, "CrmExtensions_managed.zip"));
        Admin = Dataverse.Connect();
        Admin.Create(new Entity("crmx_loyaltyprogram")
        {
            ["crmx_name"] = "Bonus",
            ["crmx_basis"] = new OptionSetValue(FirstOption),
            ["crmx_milestone"] = new OptionSetValue(FirstOption),
        });
        _server = LocalServer.Start(Dataverse);
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Admin { get; }

    public Guid ProduceAccount(string name) => Admin.Create(new Entity("account") { ["name"] = name });

    /// <summary>Has earned as many points as the order is worth, and the customer shows them.</summary>
    public Guid ProduceAccountWithPoints(string name, decimal points)
    {
        EntityReference account = new("account", ProduceAccount(name));
        EntityReference order = new("salesorder", Admin.Create(new Entity("salesorder")
        {
            ["name"] = "Order of " + name,
            ["customerid"] = account,
        }));
        Admin.Create(new Entity("salesorderdetail")
        {
            ["salesorderid"] = order,
            ["isproductoverridden"] = true,
            ["productdescription"] = "Write-in",
            ["priceperunit"] = new Money(points),
            ["quantity"] = 1m,
        });
        Admin.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = new Entity("orderclose") { ["salesorderid"] = order, ["subject"] = "Closed" },
            Status = new OptionSetValue(-1),
        });
        Dataverse.RunAsyncJobs();
        return account.Id;
    }

    public Entity Account(Guid id) => Admin.Retrieve("account", id, new ColumnSet(true));

    public string FormOf(Guid account, int language) => At($"main.aspx?etn=account&id={account}&lcid={language}");

    public string At(string address) => new Uri(_server.Address, address).ToString();

    public void Dispose()
    {
        _server.Dispose();
        Dataverse.Dispose();
    }
}
