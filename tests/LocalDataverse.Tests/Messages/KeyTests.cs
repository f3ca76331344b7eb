using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class KeyTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public KeyTests() => TestTables.AddKeyed(_environment.Dataverse.Tables);

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_taken_key_value_is_a_fault_but_null_may_occur_many_times()
    {
        Create("A");
        Create(null);
        Create(null);

        Assert.Equal(-2147088238, TestEnvironment.FaultOf(() => Create("A")).ErrorCode);
        Assert.Equal(3, _environment.Count("test_item"));
    }

    [Fact]
    public void Rows_are_retrieved_and_updated_by_key()
    {
        Guid id = Create("A");

        _environment.Service.Update(new Entity("test_item", "test_code", "A") { ["test_name"] = "named" });
        RetrieveResponse response = (RetrieveResponse)_environment.Service.Execute(new RetrieveRequest
        {
            Target = new EntityReference("test_item", "test_code", "A"),
            ColumnSet = new ColumnSet("test_name"),
        });

        Assert.Equal(id, response.Entity.Id);
        Assert.Equal("named", response.Entity["test_name"]);
    }

    [Fact]
    public void A_key_without_row_and_columns_that_are_no_key_are_different_faults()
    {
        Assert.Equal(-2147088239, TestEnvironment.FaultOf(() => Update("test_code", "B")).ErrorCode);
        Assert.Equal(-2147088240, TestEnvironment.FaultOf(() => Update("test_name", "B")).ErrorCode);
    }

    [Fact]
    public void Upsert_creates_with_the_key_and_then_updates()
    {
        UpsertResponse first = Upsert("one");
        UpsertResponse second = Upsert("two");

        Assert.True(first.RecordCreated);
        Assert.False(second.RecordCreated);
        Assert.Equal(first.Target.Id, second.Target.Id);
        Entity row = _environment.Service.Retrieve("test_item", first.Target.Id, new ColumnSet(true));
        Assert.Equal("A", row["test_code"]);
        Assert.Equal("two", row["test_name"]);
    }

    [Fact]
    public void Upsert_by_id_creates_with_that_id()
    {
        Guid id = Guid.NewGuid();

        UpsertResponse response = (UpsertResponse)_environment.Service.Execute(
            new UpsertRequest { Target = new Entity("test_item", id) { ["test_name"] = "A" } });

        Assert.True(response.RecordCreated);
        Assert.Equal(id, response.Target.Id);
    }

    [Fact]
    public void What_an_upsert_bypasses_its_create_bypasses_too()
    {
        _environment.On("Create", "test_item", Dataverse.Local.Pipeline.Stage.PreOperation, "Refuse", "no");

        _environment.Service.Execute(new UpsertRequest
        {
            Target = new Entity("test_item", "test_code", "A"),
            ["BypassCustomPluginExecution"] = true,
        });

        Assert.Equal(1, _environment.Count("test_item"));
    }

    [Fact]
    public void A_lookup_may_name_its_row_by_key()
    {
        Guid id = Create("A");
        TestTables.Add(_environment.Dataverse.Tables, "test_holder", new Dataverse.Local.Metadata.Column
        {
            LogicalName = "test_itemid",
            SchemaName = "test_ItemId",
            Type = Dataverse.Local.Metadata.ColumnType.Lookup,
            Targets = ["test_item"],
        });

        Guid holder = _environment.Service.Create(
            new Entity("test_holder") { ["test_itemid"] = new EntityReference("test_item", "test_code", "A") });

        Entity row = _environment.Service.Retrieve("test_holder", holder, new ColumnSet("test_itemid"));
        Assert.Equal(id, ((EntityReference)row["test_itemid"]).Id);
    }

    [Fact]
    public void Autonumber_columns_count_from_1000_and_keep_a_given_value()
    {
        TestTables.Add(
            _environment.Dataverse.Tables,
            "test_numbered",
            TestTables.Text("test_number", "N-{SEQNUM:6}-{DATETIMEUTC:yyyy}"));

        Guid first = _environment.Service.Create(new Entity("test_numbered"));
        Guid second = _environment.Service.Create(new Entity("test_numbered"));
        Guid given = _environment.Service.Create(new Entity("test_numbered") { ["test_number"] = "mine" });

        Assert.Equal("N-001000-2026", Number(first));
        Assert.Equal("N-001001-2026", Number(second));
        Assert.Equal("mine", Number(given));
    }

    private string Number(Guid id) => Convert.ToString(
        _environment.Service.Retrieve("test_numbered", id, new ColumnSet("test_number"))["test_number"],
        CultureInfo.InvariantCulture)!;

    private Guid Create(string? code) =>
        _environment.Service.Create(new Entity("test_item") { ["test_name"] = "item", ["test_code"] = code });

    private void Update(string column, string value) =>
        _environment.Service.Update(new Entity("test_item", column, value) { ["test_name"] = "x" });

    private UpsertResponse Upsert(string name) => (UpsertResponse)_environment.Service.Execute(
        new UpsertRequest { Target = new Entity("test_item", "test_code", "A") { ["test_name"] = name } });
}
