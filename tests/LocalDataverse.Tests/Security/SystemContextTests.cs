using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

/// <summary>Who acts: the user, SYSTEM, the platform within a message, another user on behalf of one.</summary>
public sealed class SystemContextTests : IDisposable
{
    private static readonly string[] Accounts = ["prvReadAccount", "prvCreateAccount", "prvDeleteAccount"];

    private readonly SecuredWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_plugin_that_works_as_SYSTEM_may_do_what_the_user_may_not()
    {
        _world.Environment.On("Create", "account", Stage.PostOperation, "CreateTask", "x");
        IOrganizationService user = _world.With(PrivilegeDepth.Basic, Accounts);

        user.Create(new Entity("account") { ["name"] = "Contoso" });

        Assert.Equal(1, _world.Environment.Count("task"));
    }

    [Fact]
    public void Deleting_cascades_to_rows_that_the_user_may_not_delete()
    {
        IOrganizationService user = _world.With(PrivilegeDepth.Global, Accounts);
        Guid account = _world.Account("Contoso");
        _world.Admin.Create(new Entity("task")
        {
            ["subject"] = "Call", ["regardingobjectid"] = new EntityReference("account", account),
        });

        user.Delete("account", account);

        Assert.Equal(0, _world.Environment.Count("account"));
    }

    [Fact]
    public void Lines_are_written_and_totals_follow_with_the_rights_on_the_order()
    {
        IOrganizationService sales = _world.With(
            PrivilegeDepth.Basic, "prvCreateOrder", "prvReadOrder", "prvWriteOrder");
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadOrder");
        Guid order = sales.Create(new Entity("salesorder") { ["name"] = "Order" });
        Entity Line() => new("salesorderdetail")
        {
            ["salesorderid"] = new EntityReference("salesorder", order),
            ["isproductoverridden"] = true,
            ["productdescription"] = "Write-in",
            ["priceperunit"] = new Money(100m),
            ["quantity"] = 1m,
        };

        sales.Create(Line());
        Lacks("prvWriteOrder", () => reader.Create(Line()));

        Entity total = sales.Retrieve("salesorder", order, new ColumnSet("totalamount"));
        Assert.Equal(100m, total.GetAttributeValue<Money>("totalamount").Value);
        Assert.Single(reader.RetrieveMultiple(new QueryExpression("salesorderdetail")).Entities);
        IOrganizationService other = _world.With(PrivilegeDepth.Basic, "prvReadOrder");
        Assert.Empty(other.RetrieveMultiple(new QueryExpression("salesorderdetail")).Entities);
    }

    [Fact]
    public void A_custom_API_asks_for_its_privilege()
    {
        _world.Dataverse.RegisterCustomApi(new CustomApi
        {
            UniqueName = "test_Guarded", ExecutePrivilege = "prvCreateAccount",
        });
        OrganizationRequest Call() => new("test_Guarded");

        Lacks("prvCreateAccount", () => _world.With(PrivilegeDepth.Global, "prvReadAccount").Execute(Call()));
        _world.With(PrivilegeDepth.Basic, "prvCreateAccount").Execute(Call());
    }

    [Fact]
    public void Changing_metadata_and_publishing_ask_for_their_privileges()
    {
        IOrganizationService user = _world.With(PrivilegeDepth.Global, Accounts);

        Lacks("prvCreateEntity", () => user.Execute(new CreateEntityRequest()));
        Lacks("prvCreateAttribute", () => user.Execute(new CreateAttributeRequest()));
    }

    [Fact]
    public void On_behalf_of_another_user_one_may_do_what_both_may()
    {
        Guid reader = _world.User(PrivilegeDepth.Global, "prvReadAccount");
        Guid writer = _world.User(PrivilegeDepth.Global, [.. Accounts, "prvActOnBehalfOfAnotherUser"]);
        Guid plain = _world.User(PrivilegeDepth.Global, Accounts);

        Assert.Empty(Names(_world.Dataverse.ConnectOnBehalf(reader, writer)));
        Lacks("prvCreateAccount", () => _world.Dataverse.ConnectOnBehalf(reader, writer).Create(new Entity("account")));
        Assert.Equal(
            ErrorCodes.CannotActOnBehalf,
            Refused(() => Names(_world.Dataverse.ConnectOnBehalf(reader, plain))).ErrorCode);
        Guid created = _world.Dataverse.ConnectOnBehalf(plain, _world.Dataverse.AdministratorId)
            .Create(new Entity("account") { ["name"] = "On behalf" });
        Assert.Equal(Reference(plain), _world.Environment.Account(created)["createdby"]);
    }

    [Fact]
    public void An_administrator_costs_no_look_at_rights()
    {
        _world.Account("Warm");

        string traced = _world.Environment.Traced(() => _world.Account("Contoso"));

        Assert.DoesNotContain("Retrieve", traced, StringComparison.Ordinal);
        Assert.Empty(_world.Admin.RetrieveMultiple(new QueryExpression("principalobjectaccess")).Entities);
    }

    [Fact]
    public void Every_table_has_its_privileges_and_the_administrator_has_them_all()
    {
        QueryExpression query = new("roleprivileges") { ColumnSet = new ColumnSet("privilegedepthmask") };
        query.AddLink("role", "roleid", "roleid").LinkCriteria
            .AddCondition("name", ConditionOperator.Equal, "System Administrator");
        LinkEntity privilege = query.AddLink("privilege", "privilegeid", "privilegeid");
        privilege.EntityAlias = "privilege";
        privilege.Columns = new ColumnSet("name");

        string[] names = [.. _world.Admin.RetrieveMultiple(query).Entities
            .Select(row => (string)row.GetAttributeValue<AliasedValue>("privilege.name").Value)];

        Assert.Contains("prvAssignAccount", names);
        Assert.Contains("prvReadOrder", names);
        Assert.Contains("prvBypassCustomPlugins", names);
        Assert.DoesNotContain("prvReadSalesOrderDetail", names);
    }

    [Fact]
    public void The_privileges_of_a_user_are_listed_with_their_depth()
    {
        Guid user = _world.User(PrivilegeDepth.Deep, "prvReadAccount");

        OrganizationResponse answer = _world.Admin.Execute(
            new OrganizationRequest("RetrieveUserPrivileges") { ["UserId"] = user });

        RolePrivilege only = Assert.Single((RolePrivilege[])answer["RolePrivileges"]);
        Assert.Equal("prvReadAccount", only.PrivilegeName);
        Assert.Equal(PrivilegeDepth.Deep, only.Depth);
    }
}
