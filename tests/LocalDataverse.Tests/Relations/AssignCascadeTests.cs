using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

public sealed class AssignCascadeTests : IDisposable
{
    private readonly TestEnvironment _environment = new();
    private readonly Guid _account;
    private readonly EntityReference _other;

    public AssignCascadeTests()
    {
        _account = _environment.CreateAccount();
        _other = new EntityReference(
            "systemuser", _environment.Dataverse.AddUser("Other", "System Administrator"));
    }

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Cascade_gives_every_row_below_to_the_new_owner_through_all_levels()
    {
        Guid child = Child("account", "parentaccountid", "name");
        Guid grandchild = _environment.Service.Create(new Entity("contact")
        {
            ["lastname"] = "Ada",
            ["parentcustomerid"] = new EntityReference("account", child),
        });

        Assign(_account, _other);

        Assert.Equal(_other, OwnerOf("account", child));
        Assert.Equal(_other, OwnerOf("contact", grandchild));
        Entity row = _environment.Service.Retrieve("contact", grandchild, new ColumnSet("owninguser", "owningteam"));
        Assert.Equal(_other, row["owninguser"]);
    }

    [Theory]
    [InlineData(Cascade.NoCascade, false, false, false)]
    [InlineData(Cascade.Cascade, true, true, true)]
    [InlineData(Cascade.Active, true, false, true)]
    [InlineData(Cascade.UserOwned, true, true, false)]
    public void The_relationship_decides_who_follows(Cascade rule, bool active, bool inactive, bool foreign)
    {
        CascadeTables.Add(_environment.Dataverse.Tables, "test_below", rule);
        Guid mine = Child("test_below", "test_accountid", "test_name");
        Guid closed = Child("test_below", "test_accountid", "test_name");
        _environment.Service.Update(new Entity("test_below", closed) { ["statecode"] = new OptionSetValue(1) });
        Guid systems = Child("test_below", "test_accountid", "test_name");
        EntityReference system = new("systemuser", _environment.Dataverse.SystemUserId);
        _environment.Service.Update(new Entity("test_below", systems) { ["ownerid"] = system });

        Assign(_account, _other);

        Assert.Equal(active, _other.Equals(OwnerOf("test_below", mine)));
        Assert.Equal(inactive, _other.Equals(OwnerOf("test_below", closed)));
        Assert.Equal(foreign, _other.Equals(OwnerOf("test_below", systems)));
    }

    [Fact]
    public void An_owner_who_stays_the_same_is_not_handed_down()
    {
        Guid child = Child("account", "parentaccountid", "name");
        _environment.Service.Update(new Entity("account", child) { ["ownerid"] = _other });

        Assign(_account, new EntityReference("systemuser", _environment.Dataverse.AdministratorId));

        Assert.Equal(_other, OwnerOf("account", child));
    }

    [Fact]
    public void A_circle_of_rows_is_followed_once()
    {
        Guid child = Child("account", "parentaccountid", "name");
        _environment.Service.Update(new Entity("account", _account)
        {
            ["parentaccountid"] = new EntityReference("account", child),
        });

        Assign(_account, _other);

        Assert.Equal(_other, OwnerOf("account", child));
        Assert.Equal(_other, OwnerOf("account", _account));
    }

    [Fact]
    public void A_team_owns_without_an_owning_user()
    {
        EntityReference unit = new("businessunit", _environment.Dataverse.BusinessUnitId);
        Guid branch = _environment.Service.Create(new Entity("businessunit")
        {
            ["name"] = "Branch", ["parentbusinessunitid"] = unit,
        });
        Guid team = _environment.Service.Create(new Entity("team")
        {
            ["name"] = "Sales", ["businessunitid"] = new EntityReference("businessunit", branch),
        });
        Guid reader = _environment.Dataverse.AddRole("Reader", PrivilegeDepth.Basic, "prvReadAccount");
        _environment.Service.Associate(
            "team", team, new Microsoft.Xrm.Sdk.Relationship("teamroles_association"),
            [new EntityReference("role", reader)]);

        Assign(_account, new EntityReference("team", team));

        Entity account = _environment.Account(_account);
        Assert.False(account.Contains("owninguser"));
        Assert.Equal(team, account.GetAttributeValue<EntityReference>("owningteam").Id);
        Assert.Equal(branch, account.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
    }

    [Fact]
    public void Steps_on_assign_and_update_run_once_each_whichever_message_is_sent()
    {
        _environment.On("Assign", "account", Stage.PostOperation, "EchoConfiguration", "assign");
        _environment.On("Update", "account", Stage.PostOperation, "EchoConfiguration", "update");

        string assigned = _environment.Traced(() => Assign(_account, _other));
        string updated = _environment.Traced(() => _environment.Service.Update(new Entity("account", _account)
        {
            ["name"] = "Renamed",
            ["ownerid"] = new EntityReference("systemuser", _environment.Dataverse.SystemUserId),
        }));

        foreach (string trace in new[] { assigned, updated })
        {
            Assert.Equal(2, trace.Split("| assign|").Length);
            Assert.Equal(2, trace.Split("| update|").Length);
        }

        Assert.Equal(_environment.Dataverse.SystemUserId, OwnerOf("account", _account).Id);
        Assert.Equal("Renamed", _environment.Account(_account)["name"]);
    }

    [Fact]
    public void An_update_of_the_state_runs_the_steps_on_set_state_with_their_images()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "SetState",
            Table = "account",
            Stage = Stage.PreOperation,
            Images =
            [
                new StepImage
                {
                    Alias = "image", Type = ImageType.PreImage, Columns = ["statecode"],
                    MessagePropertyName = "EntityMoniker",
                },
            ],
        });
        string version = _environment.Account(_account).RowVersion;
        Entity target = new("account", _account) { ["statecode"] = new OptionSetValue(1), RowVersion = version };
        UpdateRequest request = new()
        {
            Target = target, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        };

        string trace = _environment.Traced(() => _environment.Service.Execute(request));

        Assert.Contains("SetState account stage 20", trace, StringComparison.Ordinal);
        Assert.Equal(1, ((OptionSetValue)_environment.Account(_account)["statecode"]).Value);
        Assert.Equal(-2147088254, TestEnvironment.FaultOf(() => _environment.Service.Execute(request)).ErrorCode);
    }

    [Fact]
    public void A_row_without_owner_is_not_assigned()
    {
        EntityReference unit = new("businessunit", _environment.Dataverse.BusinessUnitId);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.Service.Execute(
            new AssignRequest { Target = unit, Assignee = _other }));

        Assert.Equal(unchecked((int)0x80040800), fault.ErrorCode);
    }

    private void Assign(Guid account, EntityReference owner) => _environment.Service.Execute(
        new AssignRequest { Target = new EntityReference("account", account), Assignee = owner });

    private Guid Child(string table, string lookup, string name) => _environment.Service.Create(new Entity(table)
    {
        [name] = "below",
        [lookup] = new EntityReference("account", _account),
    });

    private EntityReference OwnerOf(string table, Guid id) => _environment.Service
        .Retrieve(table, id, new ColumnSet("ownerid")).GetAttributeValue<EntityReference>("ownerid");
}
