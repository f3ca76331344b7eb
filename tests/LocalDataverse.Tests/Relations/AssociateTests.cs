using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

/// <summary>Associate and Disassociate of lookups, and the steps of both messages.</summary>
public sealed class AssociateTests : IDisposable
{
    private const string Customer = "contact_customer_accounts";

    private readonly RelationWorld _world = new();
    private readonly Guid _account;
    private readonly EntityReference _ada;
    private readonly EntityReference _bob;

    public AssociateTests()
    {
        _account = _world.Account();
        _ada = new EntityReference("contact", _world.Contact("Ada"));
        _bob = new EntityReference("contact", _world.Contact("Bob"));
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_parent_gets_children_by_their_lookup_and_their_update_steps_run()
    {
        _world.Environment.On("Update", "contact", Stage.PreOperation, "SetColumn", "department=Sales");

        _world.Associate("account", _account, Customer, _ada, _bob);

        Assert.Equal(_account, ParentOf(_ada)!.Id);
        Assert.Equal(_account, ParentOf(_bob)!.Id);
        Assert.Equal("Sales", Read(_bob)["department"]);
    }

    [Fact]
    public void A_child_gets_its_parent_and_associating_again_is_no_fault()
    {
        EntityReference parent = new("account", _account);

        _world.Associate("contact", _ada.Id, Customer, parent);
        _world.Associate("contact", _ada.Id, Customer, parent);

        Assert.Equal(_account, ParentOf(_ada)!.Id);
    }

    [Fact]
    public void A_child_has_one_parent()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _world.Associate(
            "contact",
            _ada.Id,
            Customer,
            new EntityReference("account", _account),
            new EntityReference("account", _world.Account("Fabrikam"))));

        Assert.Contains("holds one row, 2 were given", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lookup_of_a_table_to_itself_follows_the_role_of_the_target()
    {
        Guid child = _world.Account("Fabrikam");
        Relationship asParent = new("account_parent_account") { PrimaryEntityRole = EntityRole.Referenced };

        _world.Associate("account", _account, asParent, new EntityReference("account", child));

        Entity read = _world.Environment.Account(child);
        Assert.Equal(_account, read.GetAttributeValue<EntityReference>("parentaccountid").Id);
    }

    [Fact]
    public void Disassociating_empties_the_lookup_if_it_points_to_this_parent()
    {
        Guid other = _world.Account("Fabrikam");
        _world.Associate("account", _account, Customer, _ada);
        _world.Associate("account", other, Customer, _bob);

        _world.Disassociate("account", _account, Customer, _ada, _bob);

        Assert.Null(ParentOf(_ada));
        Assert.Equal(other, ParentOf(_bob)!.Id);
    }

    [Fact]
    public void Steps_see_target_relationship_and_related_rows()
    {
        _world.OnAnyTable("Associate", Stage.PreOperation);
        _world.OnAnyTable("Disassociate", Stage.PostOperation);
        string pairs = RelationWorld.AccountsAndContacts;

        string trace = _world.Environment.Traced(() =>
        {
            _world.Associate("account", _account, pairs, _ada, _bob);
            _world.Disassociate("account", _account, pairs, _ada);
        });

        Assert.Contains($"Associate {pairs} of account with contact,contact\n", trace, StringComparison.Ordinal);
        Assert.Contains($"Disassociate {pairs} of account with contact\n", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_after_the_operation_takes_it_back_by_refusing()
    {
        string pairs = RelationWorld.AccountsAndContacts;
        _world.OnAnyTable("Associate", Stage.PostOperation, refused: pairs);

        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, pairs, _ada));
        _world.Associate("account", _account, Customer, _ada);

        Assert.Equal("not this relationship", fault.Message);
        Assert.Equal(0, _world.Pairs(pairs));
        Assert.NotNull(ParentOf(_ada));
    }

    [Fact]
    public void Steps_on_associate_name_no_table()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _world.Environment.On("Associate", "account", Stage.PostOperation, "DescribeAssociation"));

        Assert.Contains("registered for no table", fault.Message, StringComparison.Ordinal);
    }

    private EntityReference? ParentOf(EntityReference contact) =>
        Read(contact).GetAttributeValue<EntityReference>("parentcustomerid");

    private Entity Read(EntityReference contact) =>
        _world.Service.Retrieve("contact", contact.Id, new ColumnSet(true));
}
