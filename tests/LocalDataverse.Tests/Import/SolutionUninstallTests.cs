using System;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

public sealed class SolutionUninstallTests : IDisposable
{
    private static readonly Guid AssemblyId = Guid.NewGuid();
    private static readonly Guid TypeId = Guid.NewGuid();
    private static readonly Guid StepId = Guid.NewGuid();
    private static readonly Guid ScriptId = Guid.NewGuid();

    private readonly LocalDataverse _local = LocalDataverse.Open();
    private readonly IOrganizationService _service;

    public SolutionUninstallTests() => _service = _local.Connect();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void Everything_that_came_with_the_solution_goes()
    {
        _local.Import(Product().Pack());
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "row" });

        Uninstall();

        Assert.Null(_local.Tables.Find("acme_thing"));
        Assert.Null(_local.Tables.Get("account").Find("acme_thing"));
        Assert.Empty(_local.Steps);
        Assert.Empty(_local.CustomApis);
        Assert.Empty(_local.SolutionParts);
        string[] tables =
        [
            "solution", "solutioncomponent", "pluginassembly", "plugintype", "sdkmessageprocessingstep", "customapi",
            "webresource", "role", "roleprivileges", "privilege",
        ];
        Assert.All(tables, table => Assert.DoesNotContain(
            _service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities,
            row => row.GetAttributeValue<bool?>("ismanaged") == true
                || row.GetAttributeValue<string>("name")?.Contains("acme_", StringComparison.Ordinal) == true));
        _service.Create(new Entity("account") { ["name"] = "still works" });
    }

    [Fact]
    public void It_can_be_installed_again_and_begins_empty()
    {
        _local.Import(Product().Pack());
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "row" });
        Uninstall();

        Assert.Equal(ImportOutcome.Installed, _local.Import(Product().Pack()).Outcome);

        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("acme_thing")).Entities);
        Guid account = _service.Create(new Entity("account") { ["name"] = "Acme" });
        Assert.Equal(PluginDll.Refusal, TestEnvironment.FaultOf(
            () => _service.Update(new Entity("account", account) { ["telephone1"] = "1" })).Message);
    }

    [Fact]
    public void A_lookup_of_an_unmanaged_table_stops_it_and_is_named()
    {
        _local.Import(Product(withStep: false).Pack());
        _service.Execute(new CreateOneToManyRequest
        {
            OneToManyRelationship = new OneToManyRelationshipMetadata
            {
                SchemaName = "new_thing_contact", ReferencedEntity = "acme_thing", ReferencingEntity = "contact",
            },
            Lookup = new LookupAttributeMetadata { SchemaName = "new_Thing" },
        });

        OrganizationServiceFault fault = TestEnvironment.FaultOf(Uninstall);

        Assert.Equal(ImportErrorCodes.DependenciesExist, fault.ErrorCode);
        Assert.StartsWith("Solution dependencies exist, cannot uninstall. DependencyCount : 1", fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("contact.new_thing", fault.Message, StringComparison.Ordinal);
        Entity dependency = Assert.Single(Dependencies());
        Assert.Equal(2, dependency.GetAttributeValue<OptionSetValue>("dependentcomponenttype").Value);
        _service.Create(new Entity("acme_thing") { ["acme_name"] = "still here" });
    }

    [Fact]
    public void Another_solutions_step_on_the_table_stops_it()
    {
        _local.Import(Product(withStep: false).Pack());
        RegistrationTool tool = new(_service);
        Guid type = _service.RetrieveMultiple(new QueryExpression("plugintype")).Entities.Single().Id;
        tool.CreateStep(type, "Create", "acme_thing", Stage.PostOperation);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(Uninstall);

        Assert.Contains("SdkMessageProcessingStep", fault.Message, StringComparison.Ordinal);
        _service.Delete("sdkmessageprocessingstep",
            _service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep")).Entities.Single().Id);
        Uninstall();
    }

    [Fact]
    public void A_form_of_somebody_else_that_shows_a_column_stops_it()
    {
        _local.Import(Product(withStep: false).Pack());
        _service.Create(new Entity("systemform")
        {
            ["name"] = "Mine",
            ["objecttypecode"] = "account",
            ["type"] = new OptionSetValue(2),
            ["formxml"] = """<form><control id="t" datafieldname="acme_thing" /></form>""",
        });

        Assert.Contains("SystemForm", TestEnvironment.FaultOf(Uninstall).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unmanaged_solution_is_only_a_list()
    {
        _local.Import(new SolutionBuilder { Managed = "0" }.Table("acme_thing", Snippets.Table("acme_Thing")).Pack());

        Uninstall();

        Assert.NotNull(_local.Tables.Find("acme_thing"));
        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("solution")).Entities);
        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("solutioncomponent")).Entities);
    }

    [Fact]
    public void Managed_rows_are_not_deleted_one_by_one_and_changed_only_if_they_are_customizable()
    {
        _local.Import(Product().Pack());

        Assert.Equal(ErrorCodes.CannotDeleteManagedComponent,
            TestEnvironment.FaultOf(() => _service.Delete("webresource", ScriptId)).ErrorCode);
        Assert.Equal(ErrorCodes.CannotUpdateManagedComponent, TestEnvironment.FaultOf(
            () => _service.Update(new Entity("sdkmessageprocessingstep", StepId) { ["rank"] = 2 })).ErrorCode);
        Assert.Equal(ErrorCodes.CannotUpdateManagedSolution, TestEnvironment.FaultOf(
            () => _service.Update(new Entity("solution", Id()) { ["version"] = "9.0.0.0" })).ErrorCode);
        _service.Update(new Entity("webresource", ScriptId) { ["displayname"] = "mine" });
    }

    private static SolutionBuilder Product(bool withStep = true)
    {
        SolutionBuilder builder = new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing"))
            .Table("account", Snippets.Extension("Account", Snippets.Column("acme_Thing", "lookup")), behavior: 2)
            .With("EntityRelationships",
                Snippets.OneToMany("acme_thing_account", "acme_Thing", "Account", "acme_Thing"))
            .With("Roles", """
                <Role id="{5a5a5a5a-0000-4000-8000-000000000001}" name="acme_ user">
                  <RolePrivileges><RolePrivilege name="prvReadacme_Thing" level="Global" /></RolePrivileges>
                </Role>
                """)
            .Root(20, new Guid("5a5a5a5a-0000-4000-8000-000000000001"))
            .With("WebResources", Snippets.WebResource(ScriptId, "acme_/x.js", "WebResources/acme_xjs"))
            .Part("WebResources/acme_xjs", "x")
            .Root(61, "acme_/x.js")
            .With("SolutionPluginAssemblies",
                Snippets.Assembly(AssemblyId, Snippets.PluginType(TypeId, "Acme.Plugins.Refuse")))
            .Part("PluginAssemblies/Acme/Acme.Plugins.dll", PluginDll.Build())
            .Root(91, AssemblyId)
            .Part("customapis/acme_Ask/customapi.xml", $"""
                <customapi uniquename="acme_Ask"><bindingtype>0</bindingtype><name>acme_Ask</name>
                  <plugintypeid><plugintypeid>{TypeId}</plugintypeid></plugintypeid></customapi>
                """);
        string step = Snippets.Step(StepId, TypeId, "account", filter: "telephone1")
            .Replace("<SdkMessageProcessingStepImages>", "<IsCustomizable>0</IsCustomizable>"
                + "<SdkMessageProcessingStepImages>", StringComparison.Ordinal);
        return withStep ? builder.With("SdkMessageProcessingSteps", step).Root(92, StepId) : builder;
    }

    private static Guid Id() => NameId.Of("solution", "AcmeSample");

    private void Uninstall() => _service.Delete("solution", Id());

    private System.Collections.Generic.IEnumerable<Entity> Dependencies() => ((EntityCollection)_service.Execute(
        new OrganizationRequest("RetrieveDependenciesForUninstall") { ["SolutionUniqueName"] = "AcmeSample" })
        ["EntityCollection"]).Entities;
}
