using System;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Registration;

public sealed class AssemblyRowTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();
    private readonly IOrganizationService _service;
    private readonly RegistrationTool _tool;

    public AssemblyRowTests()
    {
        _service = _local.Connect();
        _tool = new RegistrationTool(_service);
    }

    public void Dispose() => _local.Dispose();

    [Fact]
    public void Name_version_and_token_come_out_of_the_dll()
    {
        Entity row = _service.Retrieve("pluginassembly", _tool.CreateAssembly("1.0.2.0"), new ColumnSet(true));

        Assert.Equal("Acme.Plugins", row["name"]);
        Assert.Equal("1.0.2.0", row["version"]);
        Assert.Equal("b77a5c561934e089", row["publickeytoken"]);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void What_is_no_dll_is_refused(string content) =>
        TestEnvironment.FaultOf(() => _service.Create(new Entity("pluginassembly") { ["content"] = content }));

    [Fact]
    public void The_same_name_with_another_build_or_revision_is_the_same_assembly()
    {
        _tool.CreateAssembly("1.0.0.0");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _tool.CreateAssembly("1.0.7.1"));

        Assert.Equal(ImportErrorCodes.AssemblyVersion, fault.ErrorCode);
        _tool.CreateAssembly("1.1.0.0");
    }

    [Fact]
    public void New_content_is_what_runs_from_then_on()
    {
        Guid assembly = _tool.CreateAssembly();
        Guid type = _tool.CreateType(assembly, "Acme.Plugins.Idle");
        _tool.CreateStep(type, "Create", "account", Stage.PreOperation);
        _service.Create(new Entity("account") { ["name"] = "before" });

        _service.Update(new Entity("pluginassembly", assembly)
        {
            ["content"] = Convert.ToBase64String(PluginDll.Build("1.0.1.0", idleRefuses: true)),
        });

        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(
            () => _service.Create(new Entity("account") { ["name"] = "after" })).Message);
        Assert.Equal("1.0.1.0",
            _service.Retrieve("pluginassembly", assembly, new ColumnSet("version"))["version"]);
    }

    [Fact]
    public void A_registered_class_must_be_in_the_new_dll()
    {
        Guid assembly = _tool.CreateAssembly();
        _tool.CreateType(assembly, "Acme.Plugins.Idle");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _service.Update(
            new Entity("pluginassembly", assembly)
            {
                ["content"] = Convert.ToBase64String(PluginDll.Build("1.0.1.0", withIdle: false)),
            }));

        Assert.Contains("PluginType [Acme.Plugins.Idle] not found", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_the_dll_lacks_is_refused()
    {
        Guid assembly = _tool.CreateAssembly();

        Assert.Contains("not found in PluginAssembly",
            TestEnvironment.FaultOf(() => _tool.CreateType(assembly, "Acme.Plugins.Absent")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_registered_without_a_request_is_found_by_tools_with_its_type_and_message()
    {
        using TestEnvironment environment = new();
        Step step = environment.On("Update", "account", Stage.PostOperation, "SetColumn");

        Entity row = environment.Service.Retrieve("sdkmessageprocessingstep", step.Id, new ColumnSet(true));

        Assert.Equal("TestPlugins.SetColumn", row.GetAttributeValue<EntityReference>("plugintypeid").Name);
        Assert.Equal("Update", row.GetAttributeValue<EntityReference>("sdkmessageid").Name);
        environment.Service.Delete("sdkmessageprocessingstep", step.Id);
        Assert.Empty(environment.Dataverse.Steps);
    }

    [Fact]
    public void A_step_registered_without_a_request_is_gone_when_the_file_is_opened_again()
    {
        using TemporaryFile file = new();
        using (TestEnvironment first = new(file.Path))
        {
            first.On("Update", "account", Stage.PostOperation, "SetColumn");
        }

        using TestEnvironment second = new(file.Path);

        Assert.Empty(second.Dataverse.Steps);
        Assert.Equal(0, second.Count("sdkmessageprocessingstep"));
    }

    [Fact]
    public void A_custom_API_is_a_message_once_its_rows_are_there()
    {
        Guid type = _tool.CreateType(_tool.CreateAssembly(), "Acme.Plugins.Refuse");
        Guid api = _service.Create(new Entity("customapi")
        {
            ["uniquename"] = "acme_Ask",
            ["name"] = "acme_Ask",
            ["plugintypeid"] = new EntityReference("plugintype", type),
        });
        _service.Create(new Entity("customapirequestparameter")
        {
            ["uniquename"] = "Question",
            ["type"] = new OptionSetValue(10),
            ["isoptional"] = true,
            ["customapiid"] = new EntityReference("customapi", api),
        });

        Assert.Equal("Question", Assert.Single(_local.CustomApis.Single().Parameters).UniqueName);
        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(
            () => _service.Execute(new OrganizationRequest("acme_Ask") { ["Question"] = "?" })).Message);
        TestEnvironment.FaultOf(() => _service.Update(new Entity("customapi", api) { ["isfunction"] = true }));

        _service.Delete("customapi", api);
        Assert.Empty(_local.CustomApis);
    }
}
