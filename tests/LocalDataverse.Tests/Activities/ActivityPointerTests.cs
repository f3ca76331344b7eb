using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Activities;

public sealed class ActivityPointerTests : IDisposable
{
    private readonly TestEnvironment _environment = new();
    private readonly EntityReference _account;

    public ActivityPointerTests() => _account = new EntityReference("account", _environment.CreateAccount());

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Activities_of_all_kinds_are_read_through_the_pointer()
    {
        Guid task = Create("task", "Call back");
        Guid email = Create("email", "Hello");

        QueryExpression query = new("activitypointer") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("regardingobjectid", ConditionOperator.Equal, _account.Id);
        query.AddOrder("subject", OrderType.Ascending);
        Entity[] pointers = [.. _environment.Service.RetrieveMultiple(query).Entities];

        Assert.Equal([task, email], pointers.Select(pointer => pointer.Id));
        Assert.Equal(["task", "email"], pointers.Select(pointer => (string)pointer["activitytypecode"]));
        Assert.Equal("task", _environment.Service.Retrieve("task", task, new ColumnSet(true))["activitytypecode"]);
    }

    [Fact]
    public void A_pointer_follows_its_activity()
    {
        Guid task = Create("task", "Call back");

        _environment.Service.Update(new Entity("task", task)
        {
            ["subject"] = "Called", ["statecode"] = new OptionSetValue(1),
        });

        Entity pointer = _environment.Service.Retrieve("activitypointer", task, new ColumnSet(true));
        Assert.Equal("Called", pointer["subject"]);
        Assert.Equal(1, ((OptionSetValue)pointer["statecode"]).Value);
        _environment.Service.Delete("task", task);
        Assert.Equal(0, _environment.Count("activitypointer"));
    }

    [Fact]
    public void Deleting_merging_and_assigning_the_row_they_regard_reaches_activity_and_pointer_once()
    {
        Guid task = Create("task", "Call back");
        EntityReference master = new("account", _environment.CreateAccount("Master"));
        EntityReference system = new("systemuser", _environment.Dataverse.SystemUserId);

        _environment.Service.Execute(new MergeRequest { Target = master, SubordinateId = _account.Id });
        _environment.Service.Execute(new AssignRequest { Target = master, Assignee = system });

        foreach (string table in new[] { "task", "activitypointer" })
        {
            Entity row = _environment.Service.Retrieve(table, task, new ColumnSet("regardingobjectid", "ownerid"));
            Assert.Equal(master, row["regardingobjectid"]);
            Assert.Equal(system, row["ownerid"]);
        }

        _environment.Service.Delete("account", master.Id);
        Assert.Equal(0, _environment.Count("task"));
        Assert.Equal(0, _environment.Count("activitypointer"));
    }

    [Fact]
    public void A_pointer_is_not_written_by_itself()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Create(new Entity("activitypointer") { ["subject"] = "A" }));

        Assert.Equal(unchecked((int)0x80040800), fault.ErrorCode);
    }

    private Guid Create(string table, string subject) => _environment.Service.Create(new Entity(table)
    {
        ["subject"] = subject,
        ["regardingobjectid"] = _account,
    });
}
