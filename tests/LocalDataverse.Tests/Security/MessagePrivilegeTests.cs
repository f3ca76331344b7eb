using System;
using System.IO;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Sales;
using Dataverse.Local.Tests.Workflows;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using static Dataverse.Local.Tests.Security.SecuredWorld;

namespace Dataverse.Local.Tests.Security;

/// <summary>Messages that find their rows themselves ask for the caller's rights as well.</summary>
public sealed class MessagePrivilegeTests : IDisposable
{
    private readonly SecuredWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Privileges_that_are_added_to_a_role_count_at_once_in_their_depth()
    {
        Guid role = _world.Dataverse.AddRole("Growing", PrivilegeDepth.Basic, "prvReadContact");
        Guid user = _world.Dataverse.AddUser("Erika", "Growing");
        Guid foreign = _world.Account("Contoso");
        Lacks("prvReadAccount", () => Names(_world.As(user)));

        Add(_world.Admin, role, PrivilegeDepth.Basic);
        Assert.Empty(Names(_world.As(user)));
        Add(_world.Admin, role, PrivilegeDepth.Global);

        Assert.Equal(["Contoso"], Names(_world.As(user)));
        Lacks("prvWriteRole", () => Add(_world.As(user), role, PrivilegeDepth.Global));
        Assert.Equal(
            ErrorCodes.ObjectDoesNotExist,
            Refused(() => Add(_world.Admin, foreign, PrivilegeDepth.Global)).ErrorCode);
        Assert.Equal(
            ErrorCodes.ObjectDoesNotExist,
            Refused(() => Add(_world.Admin, role, PrivilegeDepth.Global, "prvReadNothing")).ErrorCode);
    }

    [Theory]
    [InlineData("DeleteAndPromote")]
    [InlineData("DeleteAndPromoteAsync")]
    [InlineData("StageAndUpgrade")]
    [InlineData("StageAndUpgradeAsync")]
    [InlineData("ImportSolutionAsync")]
    public void Solutions_are_changed_by_those_who_may_import_customizations(string message)
    {
        IOrganizationService user = _world.With(PrivilegeDepth.Global, "prvReadAccount");

        Lacks("prvImportCustomization", () => user.Execute(new OrganizationRequest(message)));
    }

    [Fact]
    public void A_workflow_is_run_by_those_who_may_read_it_and_its_row()
    {
        Guid workflow = _world.Admin.Create(new Entity("workflow")
        {
            ["name"] = "Greet", ["category"] = new OptionSetValue(0), ["type"] = new OptionSetValue(1),
            ["primaryentity"] = "account", ["ondemand"] = true, ["mode"] = new OptionSetValue(0),
            ["xaml"] = WorkflowText.GreetConstant("Ada"),
        });
        _world.Admin.Update(new Entity("workflow", workflow)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2),
        });
        Guid account = _world.Account("Contoso");
        OrganizationRequest Call() => new("ExecuteWorkflow") { ["WorkflowId"] = workflow, ["EntityId"] = account };

        Lacks("prvReadWorkflow", () => _world.With(PrivilegeDepth.Global, "prvReadAccount").Execute(Call()));
        Lacks("prvReadAccount", () => _world.With(PrivilegeDepth.Global, "prvReadWorkflow").Execute(Call()));
        OutOfReach(AccessRights.ReadAccess, () => Both(PrivilegeDepth.Basic).Execute(Call()));
        Both(PrivilegeDepth.Global).Execute(Call());
    }

    [Fact]
    public void Prices_are_locked_by_those_who_may_write_the_order()
    {
        Guid order = _world.Admin.Create(new Entity("salesorder") { ["name"] = "Order" });
        OrganizationRequest Call(string message) => new(message) { ["SalesOrderId"] = order };
        IOrganizationService reader = _world.With(PrivilegeDepth.Global, "prvReadOrder");

        Lacks("prvWriteOrder", () => reader.Execute(Call("LockSalesOrderPricing")));
        Lacks("prvWriteOrder", () => reader.Execute(Call("UnlockSalesOrderPricing")));
        _world.With(PrivilegeDepth.Global, "prvWriteOrder").Execute(Call("LockSalesOrderPricing"));
    }

    [Fact]
    public void An_order_that_is_fulfilled_past_its_steps_is_written_all_the_same()
    {
        using LocalDataverse silent = LocalDataverse.Open(
            new LocalDataverseOptions { Sales = new SalesOptions { RaiseUpdateOnClose = false } });
        Guid order = silent.Connect().Create(new Entity("salesorder") { ["name"] = "Order" });
        silent.AddRole("Closer", PrivilegeDepth.Global, "prvReadOrder", "prvCreateActivity", "prvReadActivity");
        IOrganizationService user = silent.Connect(silent.AddUser("Erika", "Closer"));

        Lacks("prvWriteOrder", () => user.Execute(new OrganizationRequest("FulfillSalesOrder")
        {
            ["OrderClose"] = new Entity("orderclose") { ["salesorderid"] = new EntityReference("salesorder", order) },
            ["Status"] = new OptionSetValue(-1),
        }));
    }

    [Fact]
    public void A_job_that_waited_in_a_file_reports_the_business_unit_of_its_user()
    {
        string directory = Directory.CreateTempSubdirectory("local-dataverse").FullName;
        string file = Path.Combine(directory, "unit.db");
        Guid step = Guid.NewGuid();
        Guid unit;
        using (TestEnvironment first = new(file))
        {
            first.Later("Create", "account", "DescribeUnit", id: step);
            unit = first.Service.Create(new Entity("businessunit")
            {
                ["name"] = "North",
                ["parentbusinessunitid"] = new EntityReference("businessunit", first.Dataverse.BusinessUnitId),
            });
            Guid user = first.Dataverse.AddUser("Erika", "System Administrator");
            first.Service.Update(new Entity("systemuser", user)
            {
                ["businessunitid"] = new EntityReference("businessunit", unit),
            });
            first.Dataverse.AddRole("Creator", PrivilegeDepth.Global, "prvCreateAccount", "prvReadAccount");
            first.Dataverse.Connect(user).Create(new Entity("account") { ["name"] = "Contoso" });
        }

        using (TestEnvironment second = new(file))
        {
            second.Later("Create", "account", "DescribeUnit", id: step);
            string trace = second.Traced(() => second.Dataverse.RunAsyncJobs());
            Assert.Contains($"unit {unit}", trace, StringComparison.Ordinal);
        }

        Directory.Delete(directory, recursive: true);
    }

    private IOrganizationService Both(PrivilegeDepth depth)
    {
        string role = "Runner " + depth;
        _world.Dataverse.AddRole(role, PrivilegeDepth.Global, "prvReadWorkflow");
        _world.Dataverse.AddRole(role, depth, "prvReadAccount");
        return _world.As(_world.Dataverse.AddUser("Runner", role));
    }

    private static void Add(
        IOrganizationService service, Guid role, PrivilegeDepth depth, string privilege = "prvReadAccount") =>
        service.Execute(new OrganizationRequest("AddPrivilegesRole")
        {
            ["RoleId"] = role,
            ["Privileges"] = new[] { new RolePrivilege { PrivilegeName = privilege, Depth = depth } },
        });
}
