using System;
using System.IO;
using BenchmarkDotNet.Attributes;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// One order of three lines, from its creation to the points on its customer. The baseline writes the same facts with
/// hand-written SQL in one transaction: what is left when no platform, no plugin and no check stands in between.
/// </summary>
public class OrderToPoints
{
    private const int Lines = 3;

    private LocalDataverse _environment = null!;
    private IOrganizationService _service = null!;
    private EntityReference _customer = null!;
    private HandWrittenOrders _sql = null!;

    [GlobalSetup]
    public void Open()
    {
        _environment = LocalDataverse.Open();
        _environment.Import(Path.Combine(AppContext.BaseDirectory, "CrmExtensions_managed.zip"));
        _service = _environment.Connect();
        _service.Create(new Entity("crmx_loyaltyprogram") { ["crmx_name"] = "Loyalty", ["crmx_autoenrol"] = true });
        _customer = new EntityReference("account", _service.Create(new Entity("account") { ["name"] = "Benchmark" }));
        _sql = new HandWrittenOrders(Lines);
        ThroughThePlugins();
    }

    [GlobalCleanup]
    public void Close()
    {
        _environment.Dispose();
        _sql.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void HandWrittenSql() => _sql.Fulfil();

    /// <summary>
    /// Create the order, CreateMultiple of its lines, FulfillSalesOrder, and the job that shows the balance.
    /// </summary>
    [Benchmark]
    public int ThroughThePlugins()
    {
        EntityReference order = new("salesorder", _service.Create(
            new Entity("salesorder") { ["name"] = "Order", ["customerid"] = _customer }));
        EntityCollection lines = new() { EntityName = "salesorderdetail" };
        for (int line = 0; line < Lines; line++)
        {
            lines.Entities.Add(new Entity("salesorderdetail")
            {
                ["salesorderid"] = order,
                ["isproductoverridden"] = true,
                ["productdescription"] = "Write-in",
                ["quantity"] = 2m,
                ["priceperunit"] = new Money(10m),
            });
        }

        _service.Execute(new CreateMultipleRequest { Targets = lines });
        _service.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = new Entity("orderclose") { ["salesorderid"] = order, ["subject"] = "Fulfilled" },
            Status = new OptionSetValue(-1),
        });
        return _environment.RunAsyncJobs();
    }
}
