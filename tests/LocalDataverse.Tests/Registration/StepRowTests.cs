using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Registration;

/// <summary>What a registration tool does, row by row, and that it is in force at once.</summary>
public sealed class StepRowTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();
    private readonly IOrganizationService _service;

    public StepRowTests() => _service = _local.Connect();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_tool_registers_assembly_type_and_step_by_creating_their_rows()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Refuse");

        tool.CreateStep(type, "Create", "account", Stage.PreOperation);

        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(CreateAccount).Message);
    }

    [Fact]
    public void A_step_is_switched_off_and_on_by_its_state()
    {
        Guid step = Registered();

        _service.Update(new Entity("sdkmessageprocessingstep", step) { ["statecode"] = new OptionSetValue(1) });
        CreateAccount();
        _service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("sdkmessageprocessingstep", step),
            State = new OptionSetValue(0),
            Status = new OptionSetValue(-1),
        });

        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(CreateAccount).Message);
    }

    [Fact]
    public void A_deleted_step_no_longer_runs()
    {
        Guid step = Registered();

        _service.Delete("sdkmessageprocessingstep", step);

        CreateAccount();
        Assert.DoesNotContain(_local.Steps, known => known.Id == step);
    }

    [Fact]
    public void Changed_columns_of_the_row_change_the_step()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Refuse");
        Guid step = tool.CreateStep(type, "Update", "account", Stage.PreOperation);
        Guid account = CreateAccountId();

        _service.Update(new Entity("sdkmessageprocessingstep", step) { ["filteringattributes"] = "name" });

        _service.Update(new Entity("account", account) { ["telephone1"] = "1" });
        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(
            () => _service.Update(new Entity("account", account) { ["name"] = "x" })).Message);
    }

    [Fact]
    public void An_image_row_gives_the_step_an_image_and_takes_it_away_again()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Idle");
        Guid step = tool.CreateStep(type, "Update", "account", Stage.PostOperation);

        Guid image = tool.CreateImage(step, "before", "name,telephone1");
        StepImage registered = Assert.Single(_local.Steps.Single(known => known.Id == step).Images);
        Assert.Equal(["name", "telephone1"], registered.Columns);

        _service.Delete("sdkmessageprocessingstepimage", image);
        Assert.Empty(_local.Steps.Single(known => known.Id == step).Images);
    }

    [Fact]
    public void A_change_that_is_rolled_back_registers_nothing()
    {
        Guid step = Registered();
        ExecuteTransactionRequest both = new()
        {
            Requests =
            [
                new UpdateRequest
                {
                    Target = new Entity("sdkmessageprocessingstep", step) { ["statecode"] = new OptionSetValue(1) },
                },
                new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) },
            ],
        };

        TestEnvironment.FaultOf(() => _service.Execute(both));

        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(CreateAccount).Message);
    }

    [Fact]
    public void What_the_platform_does_not_register_is_refused_and_leaves_no_row()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Refuse");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => tool.CreateStep(type, "Create", "account", Stage.PreOperation, mode: 1));

        Assert.Contains("stage 40", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep")).Entities);
    }

    [Fact]
    public void A_type_that_steps_use_cannot_be_deleted()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Idle");
        tool.CreateStep(type, "Create", "account", Stage.PreOperation);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _service.Delete("plugintype", type));

        Assert.Equal(ErrorCodes.CannotDeleteDueToAssociation, fault.ErrorCode);
    }

    [Fact]
    public void What_was_registered_by_rows_is_there_again_when_the_file_is_opened()
    {
        using TemporaryFile file = new();
        LocalDataverseOptions options = new() { Path = file.Path };
        using (LocalDataverse first = LocalDataverse.Open(options))
        {
            RegistrationTool tool = new(first.Connect());
            Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Refuse");
            tool.CreateStep(type, "Create", "account", Stage.PreOperation);
            Guid off = tool.CreateStep(type, "Create", "contact", Stage.PreOperation);
            first.Connect().Update(
                new Entity("sdkmessageprocessingstep", off) { ["statecode"] = new OptionSetValue(1) });
        }

        using LocalDataverse second = LocalDataverse.Open(options);

        IOrganizationService service = second.Connect();
        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(
            () => service.Create(new Entity("account") { ["name"] = "x" })).Message);
        service.Create(new Entity("contact") { ["lastname"] = "x" });
    }

    private Guid Registered()
    {
        RegistrationTool tool = new(_service);
        Guid type = tool.CreateType(tool.CreateAssembly(), "Acme.Plugins.Refuse");
        return tool.CreateStep(type, "Create", "account", Stage.PreOperation);
    }

    private void CreateAccount() => CreateAccountId();

    private Guid CreateAccountId() => _service.Create(new Entity("account") { ["name"] = "Acme" });
}
