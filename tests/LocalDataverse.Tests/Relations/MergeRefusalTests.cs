using System;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Relations;

public sealed class MergeRefusalTests : IDisposable
{
    private readonly MergeWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_row_is_not_merged_with_itself()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _world.Service.Execute(new MergeRequest
        {
            Target = _world.Master, SubordinateId = _world.Master.Id,
        }));

        Assert.Equal(unchecked((int)0x80045305), fault.ErrorCode);
        Assert.Equal("Merge cannot be performed on master and sub-entities that are identical.", fault.Message);
    }

    [Fact]
    public void Both_rows_must_be_active_so_a_merged_one_is_not_merged_again()
    {
        _world.Merge();

        OrganizationServiceFault fault = _world.FaultOfMerge();

        Assert.Equal(unchecked((int)0x80045304), fault.ErrorCode);
        Assert.Equal($"sub-entity:account-{_world.Subordinate.Id} is deactive", fault.Message);
    }

    [Fact]
    public void An_inactive_master_is_refused()
    {
        _world.Update(_world.Master, "statecode", new OptionSetValue(1));

        Assert.Equal($"master entity:account-{_world.Master.Id} is deactive", _world.FaultOfMerge().Message);
    }

    [Fact]
    public void An_active_quote_of_the_subordinate_stops_the_merge_a_draft_does_not()
    {
        EntityReference quote = _world.Create("quote", ("name", "Q"), ("customerid", _world.Subordinate));
        _world.Update(quote, "statecode", new OptionSetValue(1));

        OrganizationServiceFault fault = _world.FaultOfMerge();
        Assert.Equal(unchecked((int)0x80045302), fault.ErrorCode);
        Assert.Equal("Merge cannot be performed on sub-entity that has active quote.", fault.Message);

        _world.Update(quote, "statecode", new OptionSetValue(0));
        _world.Merge();
        Assert.Equal(_world.Master, _world.Lookup(quote, "customerid"));
    }

    [Fact]
    public void A_master_below_its_subordinate_would_be_its_own_parent()
    {
        EntityReference between = _world.Account("Between");
        _world.Update(_world.Master, "parentaccountid", between);
        _world.Update(between, "parentaccountid", _world.Subordinate);

        OrganizationServiceFault fault = _world.FaultOfMerge();

        Assert.Equal(unchecked((int)0x80045300), fault.ErrorCode);
    }

    [Fact]
    public void Different_parents_are_looked_at_when_asked_for()
    {
        EntityReference parent = _world.Account("Parent");
        _world.Update(_world.Subordinate, "parentaccountid", parent);
        Assert.Equal(unchecked((int)0x80045317), _world.FaultOfMerge(parenting: true).ErrorCode);

        _world.Update(_world.Master, "parentaccountid", _world.Account("Other"));
        Assert.Equal(unchecked((int)0x80045316), _world.FaultOfMerge(parenting: true).ErrorCode);

        _world.Update(_world.Master, "parentaccountid", parent);
        _world.Merge(parenting: true);
        Assert.Equal(true, _world.Read(_world.Subordinate)["merged"]);
    }

    [Fact]
    public void Other_tables_and_rows_that_are_not_there_are_refused()
    {
        EntityReference task = _world.Create("task", ("subject", "A"));
        EntityReference other = _world.Create("task", ("subject", "B"));

        OrganizationServiceFault tasks = TestEnvironment.FaultOf(() => _world.Service.Execute(
            new MergeRequest { Target = task, SubordinateId = other.Id }));
        OrganizationServiceFault nobody = TestEnvironment.FaultOf(() => _world.Service.Execute(
            new MergeRequest { Target = _world.Master, SubordinateId = Guid.NewGuid() }));

        Assert.Equal("This type: task is not supported with merge operation", tasks.Message);
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, nobody.ErrorCode);
    }

    [Fact]
    public void A_refusing_step_takes_the_whole_merge_back()
    {
        EntityReference contact =
            _world.Create("contact", ("lastname", "Ada"), ("parentcustomerid", _world.Subordinate));
        _world.On("Merge", "account", Stage.PostOperation, "Refuse", "not now");

        Assert.Equal("not now", _world.FaultOfMerge().Message);

        Assert.Equal(_world.Subordinate, _world.Lookup(contact, "parentcustomerid"));
        Assert.False(_world.Read(_world.Subordinate).GetAttributeValue<bool>("merged"));
    }
}
