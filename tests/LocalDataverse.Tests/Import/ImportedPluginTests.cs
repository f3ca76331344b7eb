using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

public sealed class ImportedPluginTests : IDisposable
{
    private static readonly Guid AssemblyId = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid TypeId = new("11111111-0000-4000-8000-000000000002");
    private static readonly Guid StepId = new("11111111-0000-4000-8000-000000000003");
    private static readonly Guid ImageId = new("11111111-0000-4000-8000-000000000004");

    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_step_of_the_package_runs_its_plugin()
    {
        _local.Import(WithStep().Pack());
        IOrganizationService service = _local.Connect();
        Guid id = service.Create(new Entity("account") { ["name"] = "Acme" });

        service.Update(new Entity("account", id) { ["telephone1"] = "1" });
        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => service.Update(new Entity("account", id) { ["name"] = "other" }));

        Assert.Equal(PluginDll.Refusal, refused.Detail.Message);
    }

    [Fact]
    public void A_package_that_was_read_once_is_imported_into_several_environments()
    {
        SolutionPackage package = SolutionPackage.Read(WithStep().Pack());
        using LocalDataverse other = LocalDataverse.Open();

        ImportResult first = _local.Import(package);
        ImportResult second = other.Import(package);

        Assert.Equal(first.Components, second.Components);
        foreach (LocalDataverse environment in new[] { _local, other })
        {
            Guid id = environment.Connect().Create(new Entity("account") { ["name"] = "Acme" });
            Assert.Throws<FaultException<OrganizationServiceFault>>(
                () => environment.Connect().Update(new Entity("account", id) { ["name"] = "other" }));
        }
    }

    [Fact]
    public void Steps_carry_message_stage_filter_and_images()
    {
        _local.Import(WithStep().Pack());

        Step step = Assert.Single(_local.Steps, step => step.Id == StepId);
        Assert.Equal("Update", step.Message);
        Assert.Equal(Stage.PostOperation, step.Stage);
        Assert.Equal(["name"], step.FilteringColumns);
        StepImage image = Assert.Single(step.Images);
        Assert.Equal(ImageType.PreImage, image.Type);
        Assert.Equal(["name", "telephone1"], image.Columns);
    }

    [Fact]
    public void Rows_of_the_platforms_tables_have_the_ids_of_the_package()
    {
        _local.Import(WithStep().Pack());
        IOrganizationService service = _local.Connect();

        Entity step = service.Retrieve("sdkmessageprocessingstep", StepId, new ColumnSet(true));
        Assert.Equal(TypeId, step.GetAttributeValue<EntityReference>("plugintypeid").Id);
        Assert.Equal(40, step.GetAttributeValue<OptionSetValue>("stage").Value);
        Assert.Equal("name", step["filteringattributes"]);
        Assert.Equal("b77a5c561934e089",
            service.Retrieve("pluginassembly", AssemblyId, new ColumnSet("publickeytoken"))["publickeytoken"]);
        Assert.Equal("Acme.Plugins.Refuse",
            service.Retrieve("plugintype", TypeId, new ColumnSet("typename"))["typename"]);
        Assert.Equal("name,telephone1",
            service.Retrieve("sdkmessageprocessingstepimage", ImageId, new ColumnSet("attributes"))["attributes"]);
    }

    [Theory]
    [InlineData("Acme.Plugins.Refuse: SetState of account", "SetState")]
    [InlineData("Acme.Plugins.Refuse: acme_Ask of any Entity", "acme_Ask")]
    public void A_message_without_public_id_is_known_by_the_name_of_the_step(string name, string message)
    {
        string step = Snippets.Step(StepId, TypeId, "account", message: "99999999-ea3e-db11-86a7-000a3a5473e8")
            .Replace("Step on account", name, StringComparison.Ordinal);

        _local.Import(WithAssembly()
            .Part("customapis/acme_Ask/customapi.xml", """
                <customapi uniquename="acme_Ask"><bindingtype>0</bindingtype><name>acme_Ask</name></customapi>
                """)
            .With("SdkMessageProcessingSteps", step).Root(92, StepId).Pack());

        Assert.Equal(message, _local.Steps.Single().Message);
        Entity row = _local.Connect().Retrieve("sdkmessageprocessingstep", StepId, new ColumnSet("sdkmessageid"));
        Assert.Equal(message, row.GetAttributeValue<EntityReference>("sdkmessageid").Name);
    }

    [Fact]
    public void A_message_that_neither_id_nor_name_tell_is_refused_with_the_remedy()
    {
        string step = Snippets.Step(StepId, TypeId, "account", message: "99999999-ea3e-db11-86a7-000a3a5473e8");

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(WithAssembly().With("SdkMessageProcessingSteps", step).Root(92, StepId).Pack()));

        Assert.Contains("99999999-ea3e-db11-86a7-000a3a5473e8", refused.Detail.Message, StringComparison.Ordinal);
        Assert.Contains("Type: Message of table", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImportMode.Update)]
    [InlineData(ImportMode.Upgrade)]
    public void A_step_that_the_newer_version_lacks_goes_with_an_upgrade_only(ImportMode mode)
    {
        _local.Import(WithStep().Pack());
        Guid other = Guid.NewGuid();

        _local.Import(WithAssembly("1.1.0.0")
            .With("SdkMessageProcessingSteps", Snippets.Step(other, TypeId, "contact", filter: "firstname"))
            .Root(92, other)
            .Pack(), new ImportOptions { Mode = mode });

        Guid[] expected = mode == ImportMode.Update ? [StepId, other] : [other];
        Assert.Equal(expected, _local.Steps.Select(step => step.Id));
        IOrganizationService service = _local.Connect();
        EntityCollection rows = service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep"));
        Assert.Equal(expected.Order(), rows.Entities.Select(row => row.Id).Order());
        EntityCollection images = service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstepimage"));
        Assert.Equal(mode == ImportMode.Update ? 1 : 0, images.Entities.Count);
    }

    [Fact]
    public void A_class_that_is_registered_must_be_in_the_newer_dll()
    {
        _local.Import(WithStep().Pack());
        SolutionBuilder lost = new SolutionBuilder { Version = "1.1.0.0" }
            .With("SolutionPluginAssemblies",
                Snippets.Assembly(AssemblyId, Snippets.PluginType(Guid.NewGuid(), "Acme.Plugins.Idle")))
            .Part("PluginAssemblies/Acme/Acme.Plugins.dll", PluginDll.Build(withRefuse: false))
            .Root(91, AssemblyId);

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(lost.Pack()));

        Assert.Contains("PluginType [Acme.Plugins.Refuse] not found", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_API_of_the_package_is_a_message()
    {
        _local.Import(WithAssembly()
            .Part("customapis/acme_Refuse/customapi.xml", $"""
                <customapi uniquename="acme_Refuse">
                  <bindingtype>0</bindingtype><displayname default="Refuse" />
                  <isfunction>0</isfunction><name>acme_Refuse</name>
                  <plugintypeid><plugintypeid>{TypeId}</plugintypeid></plugintypeid>
                </customapi>
                """)
            .Part("customapis/acme_Refuse/customapirequestparameters/Count/customapirequestparameter.xml",
                """
                <customapirequestparameter uniquename="Count">
                  <isoptional>1</isoptional><name>Count</name><type>7</type>
                </customapirequestparameter>
                """)
            .Part("customapis/acme_Refuse/customapiresponseproperties/Answer/customapiresponseproperty.xml",
                """
                <customapiresponseproperty uniquename="Answer">
                  <name>Answer</name><type>10</type>
                </customapiresponseproperty>
                """)
            .Pack());

        CustomApi api = Assert.Single(_local.CustomApis, api => api.UniqueName == "acme_Refuse");
        Assert.True(Assert.Single(api.Parameters).IsOptional);
        Assert.Equal(CustomApiParameterType.String, Assert.Single(api.Results).Type);
        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Connect().Execute(new OrganizationRequest("acme_Refuse")));
        Assert.Equal(PluginDll.Refusal, refused.Detail.Message);
    }

    private static SolutionBuilder WithAssembly(string version = "1.0.0.0") => new SolutionBuilder { Version = version }
        .With("SolutionPluginAssemblies",
            Snippets.Assembly(AssemblyId, Snippets.PluginType(TypeId, "Acme.Plugins.Refuse")))
        .Part("PluginAssemblies/Acme/Acme.Plugins.dll", PluginDll.Build())
        .Root(91, AssemblyId);

    private static SolutionBuilder WithStep() => WithAssembly()
        .With("SdkMessageProcessingSteps", Snippets.Step(StepId, TypeId, "account", filter: "name",
            images: Snippets.Image(ImageId, 0, "name,telephone1")))
        .Root(92, StepId);
}
