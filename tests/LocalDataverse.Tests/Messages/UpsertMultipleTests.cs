using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class UpsertMultipleTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public UpsertMultipleTests() => TestTables.AddKeyed(_environment.Dataverse.Tables);

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Rows_that_are_there_are_updated_the_others_created_and_the_answers_are_in_order()
    {
        Entity old = new("test_item") { ["test_code"] = "B", ["test_name"] = "old" };
        Guid known = _environment.Service.Create(old);

        UpsertResponse[] answers = Upsert(Keyed("A"), Keyed("B"), Keyed("C"));

        Assert.Equal([true, false, true], answers.Select(answer => answer.RecordCreated));
        Assert.Equal(known, answers[1].Target.Id);
        Assert.Equal("new", Read(answers[0].Target.Id)["test_name"]);
        Assert.Equal("A", Read(answers[0].Target.Id)["test_code"]);
        Assert.Equal("new", Read(known)["test_name"]);
        Assert.Equal(3, _environment.Count("test_item"));
    }

    [Fact]
    public void Steps_on_create_and_update_run_for_their_rows()
    {
        _environment.Service.Create(new Entity("test_item") { ["test_code"] = "B" });
        _environment.On("Create", "test_item", Stage.PostOperation, "EchoConfiguration", "create");
        _environment.On("Update", "test_item", Stage.PostOperation, "EchoConfiguration", "update");

        string trace = _environment.Traced(() => Upsert(Keyed("A"), Keyed("B"), Keyed("C")));

        Assert.Equal(3, trace.Split("| create|").Length);
        Assert.Equal(2, trace.Split("| update|").Length);
    }

    [Fact]
    public void One_bad_row_takes_all_back()
    {
        Entity bad = Keyed("B");
        bad["test_unknown"] = 1;

        Assert.Equal(
            ErrorCodes.QueryBuilderNoAttribute, TestEnvironment.FaultOf(() => Upsert(Keyed("A"), bad)).ErrorCode);
        Assert.Equal(ErrorCodes.DuplicateRecordEntityKey,
            TestEnvironment.FaultOf(() => Upsert(Keyed("A"), Keyed("a"))).ErrorCode);
        Assert.Equal(0, _environment.Count("test_item"));
    }

    [Theory]
    [InlineData("Inactive", 2, true)]
    [InlineData("Active", 1, true)]
    [InlineData("Inactive", 1, false)]
    [InlineData("Asleep", 2, false)]
    public void A_state_transition_is_valid_if_the_status_fits(string state, int status, bool isValid)
    {
        EntityReference account = new("account", _environment.CreateAccount());

        IsValidStateTransitionResponse response = (IsValidStateTransitionResponse)_environment.Service.Execute(
            new IsValidStateTransitionRequest { Entity = account, NewState = state, NewStatus = status });

        Assert.Equal(isValid, response.IsValid);
    }

    private static Entity Keyed(string code) => new("test_item", "test_code", code) { ["test_name"] = "new" };

    private UpsertResponse[] Upsert(params Entity[] rows)
    {
        EntityCollection targets = new(rows) { EntityName = "test_item" };
        return ((UpsertMultipleResponse)_environment.Service.Execute(
            new UpsertMultipleRequest { Targets = targets })).Results;
    }

    private Entity Read(Guid id) => _environment.Service.Retrieve("test_item", id, new ColumnSet(true));
}
