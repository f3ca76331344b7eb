using System;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

public sealed class PrivilegeTests : IDisposable
{
    private readonly SecuredWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_user_without_a_role_is_turned_away()
    {
        Guid user = _world.Dataverse.AddUser("Nobody");

        OrganizationServiceFault fault = Refused(() => _world.As(user).Execute(new WhoAmIRequest()));

        Assert.Equal(-2147209463, fault.ErrorCode);
        Assert.Equal(
            "SecLib::RetrievePrivilegeForUser failed - no roles are assigned to user. Returned hr = -2147209463, "
                + $"User: {user}",
            fault.Message);
    }

    [Fact]
    public void A_missing_privilege_faults_with_the_platforms_code_and_text()
    {
        Guid user = _world.User(PrivilegeDepth.Global, "prvReadContact");

        OrganizationServiceFault fault = Refused(() => Names(_world.As(user)));

        Assert.Equal(-2147220960, fault.ErrorCode);
        Assert.StartsWith(
            $"Principal user (Id={user}, type=8, roleCount=1, privilegeCount=1, accessMode=0), is missing "
                + "prvReadAccount privilege (Id=",
            fault.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            $") on OTC=1 for entity 'account'. context.Caller={user}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_on_a_row_asks_for_its_own_privilege()
    {
        Guid account = _world.Account("Contoso");
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadAccount");

        Assert.Equal("Contoso", reader.Retrieve("account", account, new ColumnSet("name"))["name"]);
        Lacks("prvCreateAccount", () => reader.Create(new Entity("account") { ["name"] = "Mine" }));
        Lacks("prvWriteAccount", () => reader.Update(new Entity("account", account) { ["name"] = "Mine" }));
        Lacks("prvDeleteAccount", () => reader.Delete("account", account));
        Lacks("prvAssignAccount", () => reader.Execute(new AssignRequest
        {
            Target = new EntityReference("account", account),
            Assignee = Reference(_world.Dataverse.AdministratorId),
        }));
        Lacks("prvWriteAccount", () => reader.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("account", account),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(2),
        }));
    }

    [Fact]
    public void Multiple_and_upsert_messages_ask_for_what_they_do()
    {
        Guid account = _world.Account("Contoso");
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadAccount");
        EntityCollection rows = new([new Entity("account", account) { ["name"] = "Mine" }]) { EntityName = "account" };

        Lacks("prvCreateAccount", () => reader.Execute(new CreateMultipleRequest { Targets = rows }));
        Lacks("prvWriteAccount", () => reader.Execute(new UpdateMultipleRequest { Targets = rows }));
        Lacks("prvWriteAccount", () => reader.Execute(new UpsertRequest { Target = rows[0] }));
        Lacks("prvCreateAccount", () => reader.Execute(new UpsertRequest
        {
            Target = new Entity("account", Guid.NewGuid()),
        }));
    }

    [Fact]
    public void A_batch_asks_for_what_its_requests_do()
    {
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadAccount");
        OrganizationRequestCollection requests = [new CreateRequest { Target = new Entity("account") }];

        Lacks("prvCreateAccount", () => reader.Execute(new ExecuteTransactionRequest { Requests = requests }));
        ExecuteMultipleResponse answer = (ExecuteMultipleResponse)reader.Execute(new ExecuteMultipleRequest
        {
            Requests = requests,
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
        });
        Assert.Equal(ErrorCodes.PrivilegeDenied, Assert.Single(answer.Responses).Fault.ErrorCode);
    }

    [Fact]
    public void A_lookup_asks_for_append_on_the_row_and_append_to_on_the_other()
    {
        Guid parent = _world.Account("Parent");
        Entity child = new("contact")
        {
            ["lastname"] = "Muster",
            ["parentcustomerid"] = new EntityReference("account", parent),
        };
        string[] create = ["prvCreateContact", "prvReadContact"];

        Lacks("prvAppendToAccount", () => _world.With(PrivilegeDepth.Global, create).Create(child));
        Lacks("prvAppendContact", () => _world.With(
            PrivilegeDepth.Global, [.. create, "prvAppendToAccount"]).Create(child));
        _world.With(PrivilegeDepth.Global, [.. create, "prvAppendToAccount", "prvAppendContact"]).Create(child);
    }

    [Fact]
    public void Changing_the_owner_by_an_update_asks_for_assign()
    {
        Guid account = _world.Account("Contoso");
        IOrganizationService writer = _world.With(PrivilegeDepth.Global, "prvReadAccount", "prvWriteAccount");

        Lacks("prvAssignAccount", () => writer.Update(new Entity("account", account)
        {
            ["ownerid"] = Reference(_world.Dataverse.AdministratorId),
        }));
    }

    [Fact]
    public void Tables_that_belong_to_nobody_ask_for_depth_organisation()
    {
        Lacks("prvReadProduct", () => Names(_world.With(PrivilegeDepth.Deep, "prvReadProduct"), "product"));

        Assert.Empty(Names(_world.With(PrivilegeDepth.Global, "prvReadProduct"), "product"));
    }

    [Fact]
    public void Prices_and_units_have_the_privileges_of_products()
    {
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadProduct");

        Assert.Empty(Names(reader, "pricelevel"));
        Assert.Empty(Names(reader, "uomschedule"));
        Lacks("prvCreateProduct", () => reader.Create(new Entity("pricelevel") { ["name"] = "List" }));
    }

    [Fact]
    public void All_activities_share_one_set_of_privileges()
    {
        Entity task = new("task") { ["subject"] = "Call" };

        Lacks("prvCreateActivity", () => _world.With(PrivilegeDepth.Global, "prvReadAccount").Create(task));
        _world.With(PrivilegeDepth.Basic, "prvCreateActivity", "prvReadActivity").Create(task);
    }

    [Fact]
    public void Who_cannot_read_a_table_cannot_own_its_rows_whoever_asks()
    {
        Guid nobody = _world.Dataverse.AddUser("Nobody");

        OrganizationServiceFault fault = Refused(() => _world.Account("Contoso", Reference(nobody)));

        Assert.Equal(ErrorCodes.PrivilegeDenied, fault.ErrorCode);
        Assert.StartsWith(
            $"Read Privilege Check For Owner failed with exception: Principal user (Id={nobody}", fault.Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            $"context.Caller={_world.Dataverse.AdministratorId}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_user_and_a_disabled_one_are_turned_away()
    {
        Guid user = _world.User(PrivilegeDepth.Global, "prvReadAccount");
        _world.Admin.Update(new Entity("systemuser", user) { ["isdisabled"] = true });

        Assert.Equal(ErrorCodes.ObjectDoesNotExist, Refused(() => Names(_world.As(Guid.NewGuid()))).ErrorCode);
        Assert.Equal(ErrorCodes.UserNotEnabled, Refused(() => Names(_world.As(user))).ErrorCode);
    }

    [Fact]
    public void A_role_given_later_counts_at_once_and_taken_away_no_more()
    {
        Guid user = _world.User(PrivilegeDepth.Global, "prvReadContact");
        Guid role = _world.Dataverse.AddRole("Reader", PrivilegeDepth.Global, "prvReadAccount");
        Relationship holds = new("systemuserroles_association");
        EntityReferenceCollection reader = [new EntityReference("role", role)];
        Lacks("prvReadAccount", () => Names(_world.As(user)));

        _world.Admin.Associate("systemuser", user, holds, reader);
        Assert.Empty(Names(_world.As(user)));
        _world.Admin.Disassociate("systemuser", user, holds, reader);

        Lacks("prvReadAccount", () => Names(_world.As(user)));
    }

    [Fact]
    public void Leaving_custom_logic_out_is_a_privilege()
    {
        IOrganizationService plain = _world.With(PrivilegeDepth.Global, "prvCreateAccount", "prvReadAccount");
        IOrganizationService trusted = _world.With(
            PrivilegeDepth.Global, "prvCreateAccount", "prvReadAccount", "prvBypassCustomPlugins");
        CreateRequest Create() => new() { Target = new Entity("account") { ["name"] = "Bypassed" } };

        Lacks("prvBypassCustomPlugins", () => plain.Execute(With(Create(), "BypassCustomPluginExecution", true)));
        Lacks("prvBypassCustomBusinessLogic", () => trusted.Execute(
            With(Create(), "BypassBusinessLogicExecution", "CustomSync")));
        trusted.Execute(With(Create(), "BypassCustomPluginExecution", true));
    }

    private static CreateRequest With(CreateRequest request, string option, object value)
    {
        request.Parameters[option] = value;
        return request;
    }
}
