using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Tests.Messages;

public sealed class UpdateTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Modified_on_follows_the_clock_and_created_on_stays()
    {
        Guid id = _environment.CreateAccount();
        DateTime created = _environment.Clock.GetUtcNow().UtcDateTime;
        _environment.Clock.Advance(TimeSpan.FromHours(1));

        _environment.Service.Update(new Entity("account", id) { ["name"] = "B" });

        Assert.Equal(created, _environment.Account(id)["createdon"]);
        Assert.Equal(created.AddHours(1), _environment.Account(id)["modifiedon"]);
    }

    [Fact]
    public void A_null_clears_the_column()
    {
        Guid id = _environment.Service.Create(new Entity("account") { ["name"] = "A", ["fax"] = "1" });

        _environment.Service.Update(new Entity("account", id) { ["fax"] = null });

        Assert.False(_environment.Account(id).Contains("fax"));
    }

    [Fact]
    public void A_row_that_is_not_there_is_a_fault_with_its_id()
    {
        Guid id = Guid.NewGuid();

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Update(new Entity("account", id) { ["name"] = "A" }));

        Assert.Equal(-2147220969, fault.ErrorCode);
        Assert.Equal($"Entity 'account' With Id = {id} Does Not Exist", fault.Message);
    }

    [Fact]
    public void A_change_of_state_takes_the_states_default_reason()
    {
        Guid id = _environment.CreateAccount();

        _environment.Service.Update(new Entity("account", id) { ["statecode"] = new OptionSetValue(1) });

        Assert.Equal(2, ((OptionSetValue)_environment.Account(id)["statuscode"]).Value);
    }

    [Fact]
    public void A_reason_of_another_state_is_refused()
    {
        Guid id = _environment.CreateAccount();

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Update(new Entity("account", id) { ["statuscode"] = new OptionSetValue(2) }));

        Assert.Equal(-2147187704, fault.ErrorCode);
    }

    [Fact]
    public void SetState_with_status_minus_one_takes_the_default()
    {
        Guid id = _environment.CreateAccount();

        _environment.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("account", id),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(-1),
        });

        Assert.Equal(1, ((OptionSetValue)_environment.Account(id)["statecode"]).Value);
        Assert.Equal(2, ((OptionSetValue)_environment.Account(id)["statuscode"]).Value);
    }

    [Fact]
    public void Assign_changes_owner_and_owning_user()
    {
        Guid id = _environment.CreateAccount();
        EntityReference system = new("systemuser", _environment.Dataverse.SystemUserId);

        EntityReference account = new("account", id);
        _environment.Service.Execute(new AssignRequest { Target = account, Assignee = system });

        Assert.Equal(system, _environment.Account(id)["ownerid"]);
        Assert.Equal(system, _environment.Account(id)["owninguser"]);
    }

    [Fact]
    public void An_update_of_an_older_version_is_refused()
    {
        Guid id = _environment.CreateAccount();
        string version = _environment.Account(id).RowVersion;
        _environment.Service.Update(new Entity("account", id) { ["name"] = "B" });

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => UpdateIfVersion(id, version));

        Assert.Equal(-2147088254, fault.ErrorCode);
        Assert.Equal(
            "The version of the existing record doesn't match the RowVersion property provided.",
            fault.Message);
        UpdateIfVersion(id, _environment.Account(id).RowVersion);
        Assert.Equal("C", _environment.Account(id)["name"]);
    }

    [Fact]
    public void The_version_must_be_given_where_it_is_to_match()
    {
        Guid id = _environment.CreateAccount();

        Assert.Equal(-2147088253, TestEnvironment.FaultOf(() => UpdateIfVersion(id, null)).ErrorCode);
    }

    [Fact]
    public void Delete_looks_at_the_version_too()
    {
        Guid id = _environment.CreateAccount();
        string version = _environment.Account(id).RowVersion;
        _environment.Service.Update(new Entity("account", id) { ["name"] = "B" });

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.Service.Execute(new DeleteRequest
        {
            Target = new EntityReference("account", id) { RowVersion = version },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        }));

        Assert.Equal(-2147088254, fault.ErrorCode);
    }

    private void UpdateIfVersion(Guid id, string? version) => _environment.Service.Execute(new UpdateRequest
    {
        Target = new Entity("account", id) { ["name"] = "C", RowVersion = version },
        ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
    });
}
