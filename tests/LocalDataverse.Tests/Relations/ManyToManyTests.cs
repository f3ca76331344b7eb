using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

public sealed class ManyToManyTests : IDisposable
{
    private const string Pairs = RelationWorld.AccountsAndContacts;

    private readonly RelationWorld _world = new();
    private readonly Guid _account;
    private readonly EntityReference _ada;
    private readonly EntityReference _bob;

    public ManyToManyTests()
    {
        _account = _world.Account();
        _ada = new EntityReference("contact", _world.Contact("Ada"));
        _bob = new EntityReference("contact", _world.Contact("Bob"));
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Rows_associated_from_one_end_are_found_from_both()
    {
        _world.Associate("account", _account, Pairs, _ada, _bob);

        Assert.Equal(["Ada", "Bob"], ContactsOf(_account));
        QueryExpression accounts = new("account") { ColumnSet = new ColumnSet("name") };
        accounts.AddLink(Pairs, "accountid", "accountid").AddLink("contact", "contactid", "contactid")
            .LinkCriteria.AddCondition("lastname", ConditionOperator.Equal, "Bob");
        Assert.Equal("Contoso", Assert.Single(_world.Service.RetrieveMultiple(accounts).Entities)["name"]);
    }

    [Fact]
    public void The_other_end_may_be_the_target()
    {
        _world.Associate("contact", _ada.Id, Pairs, new EntityReference("account", _account));

        Assert.Equal(["Ada"], ContactsOf(_account));
    }

    [Fact]
    public void A_pair_that_is_there_cannot_be_inserted_again_and_nothing_of_the_request_stays()
    {
        _world.Associate("account", _account, Pairs, _bob);

        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, Pairs, _ada, _bob));

        Assert.Equal(unchecked((int)0x80040237), fault.ErrorCode);
        Assert.Equal("Cannot insert duplicate key.", fault.Message);
        Assert.Equal(["Bob"], ContactsOf(_account));
    }

    [Fact]
    public void Disassociated_rows_are_no_longer_found_and_a_second_time_does_nothing()
    {
        _world.Associate("account", _account, Pairs, _ada, _bob);

        _world.Disassociate("account", _account, Pairs, _ada);
        _world.Disassociate("account", _account, Pairs, _ada);

        Assert.Equal(["Bob"], ContactsOf(_account));
    }

    [Fact]
    public void A_relationship_of_a_table_with_itself_must_say_which_end_the_target_is()
    {
        Guid other = _world.Account("Fabrikam");
        EntityReference related = new("account", other);
        string name = RelationWorld.AccountsAndAccounts;

        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, name, related));
        Relationship relationship = new(name) { PrimaryEntityRole = EntityRole.Referencing };
        _world.Associate("account", _account, relationship, related);

        Assert.Contains("PrimaryEntityRole", fault.Message, StringComparison.Ordinal);
        QueryExpression query = new(name) { ColumnSet = new ColumnSet(true) };
        Entity pair = Assert.Single(_world.Service.RetrieveMultiple(query).Entities);
        Assert.Equal(_account, pair["accountidone"]);
        Assert.Equal(other, pair["accountidtwo"]);
    }

    [Fact]
    public void Rows_that_are_not_there_are_refused()
    {
        EntityReference nobody = new("contact", Guid.NewGuid());

        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, Pairs, _ada, nobody));

        Assert.Equal(ErrorCodes.ObjectDoesNotExist, fault.ErrorCode);
        Assert.Equal(0, _world.Pairs(Pairs));
    }

    [Fact]
    public void Unknown_relationships_and_tables_of_other_relationships_are_refused()
    {
        EntityReference task = new("task", _world.Service.Create(new Entity("task") { ["subject"] = "Call" }));

        OrganizationServiceFault unknown =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, "test_none", _ada));
        OrganizationServiceFault foreign =
            TestEnvironment.FaultOf(() => _world.Associate("account", _account, Pairs, task));

        Assert.Contains("test_none", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("'task' is not at this end", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_a_row_deletes_its_pairs()
    {
        _world.Associate("account", _account, Pairs, _ada, _bob);

        _world.Service.Delete("contact", _ada.Id);
        Assert.Equal(1, _world.Pairs(Pairs));
        _world.Service.Delete("account", _account);

        Assert.Equal(0, _world.Pairs(Pairs));
    }

    [Fact]
    public void Roles_and_teams_are_associated_with_users_by_the_platforms_own_relationships()
    {
        IOrganizationService service = _world.Service;
        LocalDataverse local = _world.Environment.Dataverse;
        EntityReference unit = new("businessunit", local.BusinessUnitId);
        Guid role = service.Create(new Entity("role") { ["name"] = "Seller", ["businessunitid"] = unit });
        Guid team = service.Create(new Entity("team") { ["name"] = "Sales", ["businessunitid"] = unit });
        EntityReference user = new("systemuser", local.AdministratorId);
        EntityReference seller = new("role", role);

        _world.Associate("systemuser", user.Id, "systemuserroles_association", seller);
        _world.Associate("team", team, "teamroles_association", seller);
        _world.Associate("team", team, "teammembership_association", user);

        QueryExpression query = new("role") { ColumnSet = new ColumnSet("name") };
        query.AddLink("teamroles", "roleid", "roleid").AddLink("teammembership", "teamid", "teamid")
            .LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user.Id);
        Assert.Equal("Seller", Assert.Single(service.RetrieveMultiple(query).Entities)["name"]);
    }

    [Fact]
    public void Pairs_are_not_created_updated_or_deleted_as_rows()
    {
        OrganizationServiceFault created = TestEnvironment.FaultOf(() => _world.Service.Create(
            new Entity(Pairs) { ["accountid"] = _account, ["contactid"] = _ada.Id }));
        OrganizationServiceFault deleted = TestEnvironment.FaultOf(() => _world.Service.Delete(Pairs, Guid.NewGuid()));

        Assert.Equal(unchecked((int)0x80040800), created.ErrorCode);
        Assert.StartsWith($"The 'Create' method does not support entities of type '{Pairs}'.", created.Message);
        Assert.Equal(unchecked((int)0x80040800), deleted.ErrorCode);
    }

    private string[] ContactsOf(Guid account)
    {
        QueryExpression query = new("contact") { ColumnSet = new ColumnSet("lastname") };
        query.AddOrder("lastname", OrderType.Ascending);
        query.AddLink(Pairs, "contactid", "contactid")
            .LinkCriteria.AddCondition("accountid", ConditionOperator.Equal, account);
        return [.. _world.Service.RetrieveMultiple(query).Entities.Select(row => (string)row["lastname"])];
    }
}
