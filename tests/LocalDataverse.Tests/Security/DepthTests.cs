using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

/// <summary>Three business units in a line (root, north, city), each with a reader who owns an account.</summary>
public sealed class DepthTests : IDisposable
{
    private static readonly string[] All =
        ["prvReadAccount", "prvWriteAccount", "prvCreateAccount", "prvDeleteAccount"];

    private readonly SecuredWorld _world = new();
    private readonly Guid _north;
    private readonly Guid _city;

    public DepthTests()
    {
        _north = _world.BusinessUnit("North");
        _city = _world.BusinessUnit("City", _north);
        _world.Account("Root's", Owner(_world.Dataverse.BusinessUnitId));
        _world.Account("North's", Owner(_north));
        _world.Account("City's", Owner(_city));
    }

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(PrivilegeDepth.Basic, "")]
    [InlineData(PrivilegeDepth.Local, "North's")]
    [InlineData(PrivilegeDepth.Deep, "City's, North's")]
    [InlineData(PrivilegeDepth.Global, "City's, North's, Root's")]
    public void A_query_returns_what_the_depth_reaches(PrivilegeDepth depth, string expected) =>
        Assert.Equal(expected, string.Join(", ", Names(InNorth(depth))));

    [Theory]
    [InlineData(PrivilegeDepth.Basic)]
    [InlineData(PrivilegeDepth.Local)]
    [InlineData(PrivilegeDepth.Deep)]
    public void A_row_beyond_the_depth_is_refused_with_the_platforms_code_and_text(PrivilegeDepth depth)
    {
        Guid beyond = Id("Root's");
        Guid user = _world.User(depth, All);
        _world.Move(user, _north);
        IOrganizationService service = _world.As(user);

        OrganizationServiceFault fault = Refused(() => service.Retrieve("account", beyond, new ColumnSet("name")));

        Assert.Equal(-2147187962, fault.ErrorCode);
        Assert.Equal(
            $"Principal with id {user} does not have ReadAccess right(s) for record with id {beyond} of entity account",
            fault.Message);
        OutOfReach(AccessRights.WriteAccess, () => service.Update(new Entity("account", beyond) { ["name"] = "x" }));
        OutOfReach(AccessRights.DeleteAccess, () => service.Delete("account", beyond));
    }

    [Fact]
    public void One_may_create_for_oneself_and_for_others_within_the_depth()
    {
        EntityReference north = Owner(_north);
        EntityReference city = Owner(_city);

        InNorth(PrivilegeDepth.Basic).Create(new Entity("account") { ["name"] = "Mine" });
        OutOfReach(AccessRights.CreateAccess, () => InNorth(PrivilegeDepth.Basic).Create(For(north)));
        InNorth(PrivilegeDepth.Local).Create(For(north));
        OutOfReach(AccessRights.CreateAccess, () => InNorth(PrivilegeDepth.Local).Create(For(city)));
        InNorth(PrivilegeDepth.Deep).Create(For(city));
    }

    [Fact]
    public void What_one_creates_is_ones_own()
    {
        IOrganizationService service = InNorth(PrivilegeDepth.Basic);

        Guid mine = service.Create(new Entity("account") { ["name"] = "Mine" });
        service.Update(new Entity("account", mine) { ["name"] = "Mine still" });

        Assert.Equal(["Mine still"], Names(service));
        service.Delete("account", mine);
    }

    [Fact]
    public void Linked_tables_need_the_privilege_too_and_are_filtered_too()
    {
        Guid account = Id("North's");
        _world.Admin.Create(new Entity("contact")
        {
            ["lastname"] = "Muster",
            ["parentcustomerid"] = new EntityReference("account", account),
        });
        QueryExpression query = new("contact") { ColumnSet = new ColumnSet("lastname") };
        LinkEntity link = query.AddLink("account", "parentcustomerid", "accountid", JoinOperator.LeftOuter);
        link.EntityAlias = "customer";
        link.Columns = new ColumnSet("name");
        Guid contacts = _world.User(PrivilegeDepth.Global, "prvReadContact");

        Lacks("prvReadAccount", () => _world.As(contacts).RetrieveMultiple(query));
        _world.Dataverse.AddRole("Both", PrivilegeDepth.Global, "prvReadContact");
        _world.Dataverse.AddRole("Both", PrivilegeDepth.Basic, "prvReadAccount");
        Guid both = _world.Dataverse.AddUser("Both", "Both");

        Entity row = Assert.Single(_world.As(both).RetrieveMultiple(query).Entities);
        Assert.False(row.Contains("customer.name"));
    }

    [Fact]
    public void A_count_counts_what_the_reader_may_see()
    {
        QueryExpression query = new("account") { PageInfo = new PagingInfo { PageNumber = 1, Count = 1 } };
        query.PageInfo.ReturnTotalRecordCount = true;

        Assert.Equal(2, InNorth(PrivilegeDepth.Deep).RetrieveMultiple(query).TotalRecordCount);
        FetchExpression aggregate = new(
            "<fetch aggregate='true'><entity name='account'>"
            + "<attribute name='accountid' aggregate='count' alias='n'/></entity></fetch>");
        Entity counted = Assert.Single(InNorth(PrivilegeDepth.Local).RetrieveMultiple(aggregate).Entities);
        Assert.Equal(1, counted.GetAttributeValue<AliasedValue>("n").Value);
    }

    [Fact]
    public void Who_moves_to_another_business_unit_sees_with_its_depth()
    {
        Guid user = _world.User(PrivilegeDepth.Local, All);
        Assert.Equal(["Root's"], Names(_world.As(user)));

        _world.Move(user, _city);

        Assert.Equal(["City's"], Names(_world.As(user)));
    }

    private static Entity For(EntityReference owner) => new("account") { ["name"] = "For", ["ownerid"] = owner };

    private IOrganizationService InNorth(PrivilegeDepth depth)
    {
        Guid user = _world.User(depth, All);
        _world.Move(user, _north);
        return _world.As(user);
    }

    private EntityReference Owner(Guid businessUnit)
    {
        Guid user = _world.User(PrivilegeDepth.Basic, "prvReadAccount");
        _world.Move(user, businessUnit);
        return Reference(user);
    }

    private Guid Id(string name)
    {
        QueryByAttribute query = new("account") { ColumnSet = new ColumnSet(false) };
        query.AddAttributeValue("name", name);
        return Assert.Single(_world.Admin.RetrieveMultiple(query).Entities).Id;
    }
}
