using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

public sealed class SecuredColumnTests : IDisposable
{
    private const string Secret = "test_secret";

    private readonly SecuredWorld _world = new();
    private readonly Guid _account;
    private readonly Guid _user;

    public SecuredColumnTests()
    {
        _world.Dataverse.Tables.AddColumn(_world.Dataverse.Tables.Get("account"), new Column
        {
            LogicalName = Secret, SchemaName = "test_Secret", Type = ColumnType.String, IsSecured = true,
        });
        _account = _world.Admin.Create(new Entity("account") { ["name"] = "Contoso", [Secret] = "gold" });
        _user = _world.User(
            PrivilegeDepth.Global, "prvReadAccount", "prvWriteAccount", "prvCreateAccount");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Who_may_not_read_a_secured_column_gets_no_value()
    {
        IOrganizationService service = _world.As(_user);

        Assert.False(service.Retrieve("account", _account, new ColumnSet(true)).Contains(Secret));
        Assert.Null(Assert.Single(Names(service, "account", Secret)));
        Assert.Equal(["gold"], Names(_world.Admin, "account", Secret));
    }

    [Fact]
    public void A_filter_takes_a_secured_value_for_null()
    {
        Assert.Empty(Found(ConditionOperator.Equal, "gold"));
        Assert.Single(Found(ConditionOperator.Null));
    }

    [Fact]
    public void Who_may_not_write_a_secured_column_is_refused_with_the_platforms_codes()
    {
        IOrganizationService service = _world.As(_user);
        Entity created = new("account") { ["name"] = "Mine", [Secret] = "silver" };
        Entity changed = new("account", _account) { [Secret] = "silver" };

        Assert.Equal(ErrorCodes.SecuredColumnCreate, Refused(() => service.Create(created)).ErrorCode);
        Assert.Equal(ErrorCodes.SecuredColumnUpdate, Refused(() => service.Update(changed)).ErrorCode);
        service.Update(new Entity("account", _account) { ["name"] = "Renamed" });
    }

    [Fact]
    public void A_profile_of_the_user_opens_what_it_allows()
    {
        Guid profile = Profile(canRead: 4, canUpdate: 0);
        IOrganizationService service = _world.As(_user);
        _world.Admin.Associate(
            "systemuser", _user, new Microsoft.Xrm.Sdk.Relationship("systemuserprofiles_association"),
            [new EntityReference("fieldsecurityprofile", profile)]);

        Assert.Equal("gold", service.Retrieve("account", _account, new ColumnSet(Secret))[Secret]);
        Assert.Single(Found(ConditionOperator.Equal, "gold"));
        Assert.Equal(ErrorCodes.SecuredColumnUpdate, Refused(() => service.Update(
            new Entity("account", _account) { [Secret] = "silver" })).ErrorCode);
    }

    [Fact]
    public void A_profile_of_a_team_opens_it_for_the_members()
    {
        Guid team = _world.Admin.Create(new Entity("team")
        {
            ["name"] = "Trusted",
            ["businessunitid"] = new EntityReference("businessunit", _world.Dataverse.BusinessUnitId),
        });
        _world.Admin.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [_user] });
        _world.Admin.Associate(
            "team", team, new Microsoft.Xrm.Sdk.Relationship("teamprofiles_association"),
            [new EntityReference("fieldsecurityprofile", Profile(canRead: 4, canUpdate: 4))]);

        _world.As(_user).Update(new Entity("account", _account) { [Secret] = "silver" });

        Assert.Equal(["silver"], Names(_world.As(_user), "account", Secret));
    }

    private Guid Profile(int canRead, int canUpdate)
    {
        Guid profile = _world.Admin.Create(new Entity("fieldsecurityprofile") { ["name"] = "Profile" });
        _world.Admin.Create(new Entity("fieldpermission")
        {
            ["fieldsecurityprofileid"] = new EntityReference("fieldsecurityprofile", profile),
            ["entityname"] = "account",
            ["attributelogicalname"] = Secret,
            ["canread"] = new OptionSetValue(canRead),
            ["canupdate"] = new OptionSetValue(canUpdate),
        });
        return profile;
    }

    private DataCollection<Entity> Found(ConditionOperator op, params object[] values)
    {
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition(new ConditionExpression(Secret, op, values));
        return _world.As(_user).RetrieveMultiple(query).Entities;
    }
}
