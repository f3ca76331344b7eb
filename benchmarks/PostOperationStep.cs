using System;
using System.IO;
using BenchmarkDotNet.Attributes;
using Dataverse.Local;
using Dataverse.Local.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks;

/// <summary>A row whose plug-in in stage 40 reads its parent and updates it, in one transaction.</summary>
public class PostOperationStep
{
    private LocalDataverse _environment = null!;
    private IOrganizationService _service = null!;
    private EntityReference _parent = null!;
    private RawTable _raw = null!;
    private SqliteCommand[] _statements = [];

    [GlobalSetup]
    public void Open()
    {
        _environment = LocalDataverse.Open();
        _environment.RegisterAssembly(File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "plugins", "LocalDataverse.Tests.Plugins.dll")));
        _environment.RegisterStep(new Step
        {
            PluginType = "TestPlugins.AddToParent", Message = "Create", Table = "contact", Stage = Stage.PostOperation,
        });
        _service = _environment.Connect();
        _parent = new EntityReference("account", _service.Create(new Entity("account")
        {
            ["name"] = "Parent", ["numberofemployees"] = 0,
        }));
        _raw = new RawTable("create table account (id integer primary key, employees integer); "
            + "create table contact (id blob primary key, account integer, name text); "
            + "create index byaccount on contact (account); insert into account values (1, 0)");
        _statements =
        [
            _raw.Prepare("begin immediate"), _raw.Prepare("insert into contact values ($a, 1, 'Child')", Guid.Empty),
            _raw.Prepare("select employees from account where id = 1"),
            _raw.Prepare("update account set employees = $a where id = 1", 0L), _raw.Prepare("commit"),
        ];
        Create();
    }

    [GlobalCleanup]
    public void Close()
    {
        _environment.Dispose();
        _raw.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void CreateRaw()
    {
        RawTable.Run(_statements[0]);
        RawTable.Run(_statements[1], Guid.NewGuid());
        long employees = (long)_statements[2].ExecuteScalar()!;
        RawTable.Run(_statements[3], employees + 1);
        RawTable.Run(_statements[4]);
    }

    [Benchmark]
    public Guid Create() => _service.Create(new Entity("contact")
    {
        ["lastname"] = "Child", ["parentcustomerid"] = _parent,
    });
}
