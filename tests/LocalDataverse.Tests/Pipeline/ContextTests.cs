using System;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Pipeline;

public sealed class ContextTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_operation_is_created_when_the_injected_clock_says()
    {
        _environment.On("Create", "account", Stage.PreOperation, "DescribeContext");

        Assert.Contains("| created 2026-03-14T09:26:53\n", Create(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_owning_extension_is_the_step()
    {
        Step step = _environment.On("Create", "account", Stage.PreOperation, "DescribeContext");

        Assert.Contains($"| owner sdkmessageprocessingstep {step.Id}\n", Create(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parent_of_a_nested_operation_is_the_calling_plugins_context()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "x");
        _environment.On("Create", "task", Stage.PreOperation, "DescribeContext");

        string trace = Create();

        Assert.Contains("| Create task stage 20 mode 0 depth 2 transaction True\n", trace, StringComparison.Ordinal);
        Assert.Contains(
            "| ancestors Create/10/platform < Create/40/step < Create/10/platform < none\n",
            trace,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_parent_of_an_update_by_SetState_is_the_SetState()
    {
        Guid id = _environment.CreateAccount();
        _environment.On("Update", "account", Stage.PostOperation, "DescribeContext");

        string trace = _environment.Traced(() => _environment.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("account", id),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(2),
        }));

        Assert.Contains(
            "| ancestors Update/10/platform < SetState/30/platform < none\n",
            trace,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_for_user_null_works_as_SYSTEM_and_keeps_who_began()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "x");
        _environment.On("Create", "task", Stage.PreOperation, "DescribeContext");

        string expected =
            $"| user {_environment.Dataverse.SystemUserId} initiating {_environment.Dataverse.AdministratorId}\n";
        Assert.Contains(expected, Create(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_impersonated_step_runs_as_its_user()
    {
        Guid user = _environment.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = "Clerk",
            ["businessunitid"] = new EntityReference("businessunit", _environment.Dataverse.BusinessUnitId),
        });
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "Create",
            Table = "account",
            Stage = Stage.PreOperation,
            ImpersonatingUserId = user,
        });

        Assert.Contains(
            $"| user {user} initiating {_environment.Dataverse.AdministratorId}\n", Create(), StringComparison.Ordinal);
    }

    private string Create() => _environment.Traced(() => _environment.CreateAccount());
}
