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
        ProgrammeId = Admin.Create(new Entity("crmx_loyaltyprogram")
        {
            ["crmx_name"] = "Bonus",
            ["crmx_basis"] = new OptionSetValue(FirstOption),
            ["crmx_milestone"] = new OptionSetValue(FirstOption),
        });
        _server = LocalServer.Start(Dataverse);
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Admin { get; }

    /// <summary>Gives one point per 1.00.</summary>
    public Guid ProgrammeId { get; }

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
        Fulfil(order);
        return account.Id;
    }

    public void Fulfil(EntityReference order)
    {
        Admin.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = new Entity("orderclose") { ["salesorderid"] = order, ["subject"] = "Closed" },
            Status = new OptionSetValue(-1),
        });
        Dataverse.RunAsyncJobs();
    }

    /// <summary>Id of the member that the account became with its first order.</summary>
    public Guid MemberOf(Guid account) => Single("crmx_loyaltymember", "crmx_customerid", account).Id;

    /// <summary>The only row, or the newest one, whose column has this value.</summary>
    public Entity Single(string table, string column, object value)
    {
        QueryExpression query = new(table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        query.AddOrder("createdon", OrderType.Descending);
        return Admin.RetrieveMultiple(query).Entities[0];
    }

    /// <summary>A user who reads sales rows and has these roles of the product.</summary>
    public Guid ProduceUser(int language, params string[] roles)
    {
        Guid user = Dataverse.AddUser("User " + Guid.NewGuid().ToString("N"), [.. roles, "Basic User"]);
        Admin.Update(new Entity("usersettings", user) { ["uilanguageid"] = language });
        return user;
    }

    /// <summary>The form of a row as a user sees it, in his language.</summary>
    public string FormFor(Guid user, string table, Guid id) => At($"main.aspx?etn={table}&id={id}&caller={user}");

    /// <summary>Id of the entry of a correction.</summary>
    public Guid Adjust(Guid member, int points) => (Guid)Admin.Execute(new OrganizationRequest("crmx_AdjustPoints")
    {
        ["Member"] = new EntityReference("crmx_loyaltymember", member),
        ["Points"] = points,
        ["Reason"] = FirstOption,
        ["RequestId"] = Guid.NewGuid().ToString(),
    })["EntryId"];

    public Entity Account(Guid id) => Admin.Retrieve("account", id, new ColumnSet(true));

    public string FormOf(Guid account, int language) => At($"main.aspx?etn=account&id={account}&lcid={language}");

    public string At(string address) => new Uri(_server.Address, address).ToString();

    public void Dispose()
    {
        _server.Dispose();
        Dataverse.Dispose();
    }
}
