using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

public sealed class SharingTests : IDisposable
{
    private readonly SecuredWorld _world = new();
    private readonly Guid _account;
    private readonly Guid _user;

    public SharingTests()
    {
        _account = _world.Account("Shared");
        _user = _world.User(PrivilegeDepth.Basic, "prvReadAccount", "prvWriteAccount", "prvReadContact");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_shared_row_is_reached_with_the_shared_rights_only()
    {
        Grant(Reference(_user), AccessRights.ReadAccess);

        Assert.Equal(["Shared"], Names(_world.As(_user)));
        Assert.Equal("Shared", _world.As(_user).Retrieve("account", _account, new ColumnSet("name"))["name"]);
        OutOfReach(AccessRights.WriteAccess, () => _world.As(_user).Update(new Entity("account", _account)));
        Grant(Reference(_user), AccessRights.WriteAccess);
        _world.As(_user).Update(new Entity("account", _account) { ["name"] = "Written" });
    }

    [Fact]
    public void Sharing_gives_nothing_without_the_privilege()
    {
        Guid stranger = _world.User(PrivilegeDepth.Basic, "prvReadContact");

        Grant(Reference(stranger), AccessRights.ReadAccess);

        Lacks("prvReadAccount", () => _world.As(stranger).Retrieve("account", _account, new ColumnSet("name")));
    }

    [Fact]
    public void What_is_shared_with_a_team_reaches_its_members()
    {
        Guid team = Team();
        Grant(new EntityReference("team", team), AccessRights.ReadAccess);
        Assert.Empty(Names(_world.As(_user)));

        _world.Admin.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [_user] });
        Assert.Equal(["Shared"], Names(_world.As(_user)));
        _world.Admin.Execute(new RemoveMembersTeamRequest { TeamId = team, MemberIds = [_user] });

        Assert.Empty(Names(_world.As(_user)));
    }

    [Fact]
    public void Modify_replaces_what_grant_has_added_and_revoke_takes_it_away()
    {
        Grant(Reference(_user), AccessRights.ReadAccess | AccessRights.WriteAccess);
        _world.Admin.Execute(new ModifyAccessRequest
        {
            Target = new EntityReference("account", _account),
            PrincipalAccess = new PrincipalAccess
            {
                Principal = Reference(_user), AccessMask = AccessRights.ReadAccess,
            },
        });
        PrincipalAccess shared = Assert.Single(SharedWith());
        Assert.Equal(Reference(_user), shared.Principal);
        Assert.Equal(AccessRights.ReadAccess, shared.AccessMask);

        _world.Admin.Execute(new RevokeAccessRequest
        {
            Target = new EntityReference("account", _account), Revokee = Reference(_user),
        });

        Assert.Empty(SharedWith());
        Assert.Empty(Names(_world.As(_user)));
    }

    [Fact]
    public void The_access_of_a_principal_is_what_roles_and_shares_give_together()
    {
        Assert.Equal(AccessRights.None, AccessOf(_user));
        Grant(Reference(_user), AccessRights.ReadAccess | AccessRights.DeleteAccess);

        Assert.Equal(AccessRights.ReadAccess, AccessOf(_user));
        Assert.True(AccessOf(_world.Dataverse.AdministratorId).HasFlag(AccessRights.AssignAccess));
    }

    [Fact]
    public void Rows_below_are_shared_where_the_relationship_cascades()
    {
        _world.Admin.Create(new Entity("contact")
        {
            ["lastname"] = "Below", ["parentcustomerid"] = new EntityReference("account", _account),
        });

        Grant(Reference(_user), AccessRights.ReadAccess);

        Assert.Equal(["Below"], Names(_world.As(_user), "contact", "lastname"));
    }

    [Fact]
    public void Sharing_asks_for_share_and_for_what_is_shared()
    {
        IOrganizationService writer = _world.With(PrivilegeDepth.Global, "prvReadAccount", "prvWriteAccount");
        IOrganizationService sharer = _world.With(PrivilegeDepth.Global, "prvReadAccount", "prvShareAccount");

        Lacks("prvShareAccount", () => writer.Execute(GrantRequest(Reference(_user), AccessRights.ReadAccess)));
        Lacks("prvWriteAccount", () => sharer.Execute(GrantRequest(Reference(_user), AccessRights.WriteAccess)));
        sharer.Execute(GrantRequest(Reference(_user), AccessRights.ReadAccess));
    }

    [Fact]
    public void A_team_that_may_read_owns_rows_and_its_members_reach_them()
    {
        Guid team = Team();
        Guid role = _world.Dataverse.AddRole("Team", PrivilegeDepth.Basic, "prvReadAccount");
        _world.Admin.Associate(
            "team", team, new Relationship("teamroles_association"), [new EntityReference("role", role)]);
        _world.Account("Team's", new EntityReference("team", team));
        _world.Admin.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [_user] });

        Assert.Equal(["Team's"], Names(_world.As(_user)));
    }

    [Fact]
    public void A_team_tells_the_privileges_of_its_roles()
    {
        Guid team = Team();
        OrganizationRequest request = new("RetrieveTeamPrivileges") { ["TeamId"] = team };
        Assert.Empty(Privileges());

        Guid role = _world.Dataverse.AddRole("Team", PrivilegeDepth.Basic, "prvReadAccount");
        _world.Admin.Associate(
            "team", team, new Relationship("teamroles_association"), [new EntityReference("role", role)]);

        RolePrivilege held = Assert.Single(Privileges());
        Assert.Equal(("prvReadAccount", PrivilegeDepth.Basic), (held.PrivilegeName, held.Depth));

        RolePrivilege[] Privileges() => (RolePrivilege[])_world.Admin.Execute(request)["RolePrivileges"];
    }

    private Guid Team() => _world.Admin.Create(new Entity("team")
    {
        ["name"] = "Sales",
        ["businessunitid"] = new EntityReference("businessunit", _world.Dataverse.BusinessUnitId),
    });

    private void Grant(EntityReference principal, AccessRights rights) =>
        _world.Admin.Execute(GrantRequest(principal, rights));

    private GrantAccessRequest GrantRequest(EntityReference principal, AccessRights rights) => new()
    {
        Target = new EntityReference("account", _account),
        PrincipalAccess = new PrincipalAccess { Principal = principal, AccessMask = rights },
    };

    private PrincipalAccess[] SharedWith() => ((RetrieveSharedPrincipalsAndAccessResponse)_world.Admin.Execute(
        new RetrieveSharedPrincipalsAndAccessRequest { Target = new EntityReference("account", _account) }))
        .PrincipalAccesses;

    private AccessRights AccessOf(Guid user) => ((RetrievePrincipalAccessResponse)_world.Admin.Execute(
        new RetrievePrincipalAccessRequest
        {
            Target = new EntityReference("account", _account), Principal = Reference(user),
        })).AccessRights;
}
