using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Dataverse.Local;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks;

/// <summary>One row created, one row of 10,000 read by its id; metadata checks on.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class RowOperations
{
    private const int Rows = 10_000;

    private LocalDataverse _environment = null!;
    private IOrganizationService _service = null!;
    private Guid[] _ids = [];
    private Guid[] _rawIds = [];
    private RawTable _raw = null!;
    private SqliteCommand _insert = null!;
    private SqliteCommand _select = null!;
    private int _next;

    [GlobalSetup]
    public void Open()
    {
        _environment = LocalDataverse.Open();
        _service = _environment.Connect();
        _ids = new Guid[Rows];
        _rawIds = new Guid[Rows];
        _raw = new RawTable("create table account (id blob primary key, name text collate nocase, city text, "
            + "employees integer, revenue integer, category integer, createdon integer); "
            + "create index byname on account (name)");
        _insert = _raw.Prepare(
            "insert into account values ($a, $b, 'Bonn', 12, 3000000, 1, 1767225600)", Guid.Empty, "");
        _select = _raw.Prepare("select * from account where id = $a", Guid.Empty);
        for (int i = 0; i < Rows; i++)
        {
            _ids[i] = Create();
            _rawIds[i] = Guid.NewGuid();
            RawTable.Run(_insert, _rawIds[i], "Company " + i);
        }
    }

    [GlobalCleanup]
    public void Close()
    {
        _environment.Dispose();
        _raw.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("create")]
    public void CreateRaw() => RawTable.Run(_insert, Guid.NewGuid(), "Company " + _next++);

    [Benchmark]
    [BenchmarkCategory("create")]
    public Guid Create() => _service.Create(new Entity("account")
    {
        ["name"] = "Company " + _next++,
        ["address1_city"] = "Bonn",
        ["numberofemployees"] = 12,
        ["revenue"] = new Money(300m),
        ["preferredcontactmethodcode"] = new OptionSetValue(1),
    });

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("retrieve")]
    public int RetrieveRaw()
    {
        _select.Parameters[0].Value = _rawIds[_next++ % Rows];
        return RawTable.Read(_select);
    }

    [Benchmark]
    [BenchmarkCategory("retrieve")]
    public Entity RetrieveAllColumns() =>
        _service.Retrieve("account", _ids[_next++ % Rows], new ColumnSet(true));

    [Benchmark]
    [BenchmarkCategory("retrieve")]
    public Entity RetrieveTwoColumns() =>
        _service.Retrieve("account", _ids[_next++ % Rows], new ColumnSet("name", "revenue"));
}
