using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Dataverse.Local;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks;

/// <summary>Two conditions and an order on 10,000 rows: over the whole table (about 500 rows of the result), and by an
/// indexed column (about 50).</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Queries
{
    private const int Rows = 10_000;

    private LocalDataverse _environment = null!;
    private IOrganizationService _service = null!;
    private RawTable _raw = null!;
    private SqliteCommand _scan = null!;
    private SqliteCommand _seek = null!;

    [GlobalSetup]
    public void Open()
    {
        _environment = LocalDataverse.Open();
        _service = _environment.Connect();
        _raw = new RawTable("create table account (id blob primary key, name text collate nocase, "
            + "city text collate nocase, employees integer, mail text collate nocase); "
            + "create index bymail on account (mail)");
        _scan = _raw.Prepare(
            "select id, name, employees from account where city = 'Bonn' and employees >= 50 order by name, id");
        _seek = _raw.Prepare("select id, name, employees from account where mail = 'm7@example.com' and employees >= 0 "
            + "order by name, id");
        SqliteCommand insert = _raw.Prepare("insert into account values ($a, $b, $c, $d, $e)",
            Guid.Empty, "", "", 0L, "");
        for (int i = 0; i < Rows; i++)
        {
            string name = $"Company {i * 7919 % Rows}";
            string city = i % 10 == 0 ? "Bonn" : "Köln";
            string mail = $"m{i % 200}@example.com";
            _service.Create(new Entity("account")
            {
                ["name"] = name, ["address1_city"] = city, ["numberofemployees"] = i / 10 % 100,
                ["emailaddress1"] = mail,
            });
            RawTable.Run(insert, Guid.NewGuid(), name, city, (long)(i / 10 % 100), mail);
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        _environment.Dispose();
        _raw.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("scan")]
    public int ScanRaw() => RawTable.Read(_scan);

    [Benchmark]
    [BenchmarkCategory("scan")]
    public int Scan() => Run("address1_city", "BONN", 50);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("indexed")]
    public int SeekRaw() => RawTable.Read(_seek);

    [Benchmark]
    [BenchmarkCategory("indexed")]
    public int Seek() => Run("emailaddress1", "m7@example.com", 0);

    private int Run(string column, string value, int least)
    {
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name", "numberofemployees") };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        query.Criteria.AddCondition("numberofemployees", ConditionOperator.GreaterEqual, least);
        query.AddOrder("name", OrderType.Ascending);
        return _service.RetrieveMultiple(query).Entities.Count;
    }
}
