using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Dataverse.Local;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks;

/// <summary>10,000 orders of 100 customers with 50,000 lines: the sum of the lines by customer, and a page of 250 lines
/// with the names of their orders.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Joins
{
    private const int Orders = 10_000;
    private const int LinesOfAnOrder = 5;
    private const int Customers = 100;

    private const string SumByCustomer = """
        <fetch aggregate='true'><entity name='salesorderdetail'>
          <attribute name='baseamount' aggregate='sum' alias='total'/>
          <link-entity name='salesorder' from='salesorderid' to='salesorderid'>
            <attribute name='customerid' groupby='true' alias='customer'/>
          </link-entity>
        </entity></fetch>
        """;

    private const string PageOfLines = """
        <fetch count='250' page='1'><entity name='salesorderdetail'><attribute name='quantity'/>
          <filter><condition attribute='quantity' operator='ge' value='3'/></filter>
          <link-entity name='salesorder' from='salesorderid' to='salesorderid' alias='o'>
            <attribute name='name'/>
            <filter><condition attribute='name' operator='like' value='Order 1%'/></filter>
            <order attribute='name'/>
          </link-entity>
        </entity></fetch>
        """;

    private LocalDataverse _environment = null!;
    private IOrganizationService _service = null!;
    private RawTable _raw = null!;
    private SqliteCommand _sum = null!;
    private SqliteCommand _page = null!;

    [GlobalSetup]
    public void Open()
    {
        _environment = LocalDataverse.Open();
        _service = _environment.Connect();
        _raw = new RawTable("create table salesorder (id blob primary key, name text collate nocase, customer blob); "
            + "create table line (id blob primary key, salesorder blob, quantity integer, amount integer); "
            + "create index byorder on line (salesorder); create index byname on salesorder (name)");
        _sum = _raw.Prepare("select o.customer, sum(l.amount) from line l join salesorder o on o.id = l.salesorder "
            + "group by o.customer");
        _page = _raw.Prepare("select l.id, l.quantity, o.name from line l join salesorder o on o.id = l.salesorder "
            + "where l.quantity >= 30000 and o.name like 'Order 1%' order by o.name, l.id limit 251");
        Fill();
    }

    [GlobalCleanup]
    public void Close()
    {
        _environment.Dispose();
        _raw.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sum by linked column")]
    public int SumRaw() => RawTable.Read(_sum);

    [Benchmark]
    [BenchmarkCategory("sum by linked column")]
    public int Sum()
    {
        // Over 50,000 rows the platform refuses: exactly so many stand here.
        return _service.RetrieveMultiple(new FetchExpression(SumByCustomer)).Entities.Count;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("page of a join")]
    public int PageRaw() => RawTable.Read(_page);

    [Benchmark]
    [BenchmarkCategory("page of a join")]
    public int Page() => _service.RetrieveMultiple(new FetchExpression(PageOfLines)).Entities.Count;

    private void Fill()
    {
        Guid[] customers = new Guid[Customers];
        for (int i = 0; i < Customers; i++)
            customers[i] = _service.Create(new Entity("account") { ["name"] = $"Customer {i}" });
        SqliteCommand order = _raw.Prepare("insert into salesorder values ($a, $b, $c)", Guid.Empty, "", Guid.Empty);
        SqliteCommand line = _raw.Prepare(
            "insert into line values ($a, $b, $c, 1000000)", Guid.Empty, Guid.Empty, 0L);
        for (int i = 0; i < Orders; i++)
        {
            Guid id = _service.Create(new Entity("salesorder")
            {
                ["name"] = $"Order {i}", ["customerid"] = new EntityReference("account", customers[i % Customers]),
            });
            RawTable.Run(order, id, $"Order {i}", customers[i % Customers]);
            EntityCollection lines = new() { EntityName = "salesorderdetail" };
            for (int l = 0; l < LinesOfAnOrder; l++)
            {
                lines.Entities.Add(Line(id, l + 1));
                RawTable.Run(line, Guid.NewGuid(), id, (l + 1) * 10_000L);
            }

            _service.Execute(new CreateMultipleRequest { Targets = lines });
        }
    }

    private static Entity Line(Guid order, int quantity) => new("salesorderdetail")
    {
        ["salesorderid"] = new EntityReference("salesorder", order),
        ["isproductoverridden"] = true,
        ["productdescription"] = "Write-in",
        ["quantity"] = (decimal)quantity,
        ["priceperunit"] = new Money(10m),
    };
}
