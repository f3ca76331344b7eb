using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.ServiceModel;
using System.Text;
using Dataverse.Local.Import;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Import;

/// <summary>
/// The zip is untrusted: each defect is refused with the platform's code, with place and remedy in the text.
/// </summary>
public sealed class PackageDefectTests : IDisposable
{
    private const int BadZip = ImportErrorCodes.BadZipFile;
    private static readonly Guid AssemblyId = new("22222222-0000-4000-8000-000000000001");
    private static readonly Guid TypeId = new("22222222-0000-4000-8000-000000000002");
    private static readonly Guid StepId = new("22222222-0000-4000-8000-000000000003");

    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_file_that_is_no_zip_is_refused() =>
        Refuses(BadZip, "not a zip", new MemoryStream(Encoding.UTF8.GetBytes("no zip at all")));

    [Fact]
    public void A_zipped_folder_is_refused() =>
        Refuses(BadZip, "not the folder around them", Zip("Solution/solution.xml", "Solution/customizations.xml"));

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("%2e%2e/evil.dll")]
    [InlineData("a\\b.dll")]
    [InlineData("/root.dll")]
    [InlineData("c:/x.dll")]
    public void A_part_name_that_leads_out_of_the_package_is_refused(string name) =>
        Refuses(BadZip, "leads out of the package", Zip("solution.xml", name));

    [Fact]
    public void A_part_that_is_there_twice_is_refused() =>
        Refuses(BadZip, "twice", Zip("solution.xml", "solution.xml"));

    [Fact]
    public void A_package_with_too_many_parts_is_refused() =>
        Refuses(BadZip, "at most", Zip(Enumerable.Range(0, SolutionZip.MaximumParts + 1)
            .Select(n => $"p{n}.xml").ToArray()));

    [Fact]
    public void A_package_that_unpacks_to_too_much_is_refused()
    {
        MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            byte[] zeros = new byte[1024 * 1024];
            using Stream entry = zip.CreateEntry("bomb.xml").Open();
            for (long written = 0; written <= SolutionZip.MaximumBytes; written += zeros.Length)
            {
                entry.Write(zeros);
            }
        }

        stream.Position = 0;
        Refuses(BadZip, "larger than", stream);
    }

    [Fact]
    public void XML_that_is_not_well_formed_is_refused_with_its_file() =>
        Refuses(ImportErrorCodes.NotWellFormed, "customizations.xml",
            new SolutionBuilder { Customizations = "<ImportExportXml><Entities></ImportExportXml>" });

    [Fact]
    public void A_DTD_is_refused() =>
        Refuses(ImportErrorCodes.NotWellFormed, "DTD", new SolutionBuilder
        {
            Customizations = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///x\">]><ImportExportXml>&e;</ImportExportXml>",
        });

    [Fact]
    public void A_package_of_a_newer_platform_is_refused() =>
        Refuses(ImportErrorCodes.PackageTooNew, "9.3", new SolutionBuilder { PackageVersion = "9.3" });

    [Fact]
    public void A_source_manifest_is_refused() =>
        Refuses(ImportErrorCodes.XsdValidation, "pack them", new SolutionBuilder { Managed = "2" });

    [Fact]
    public void A_solution_name_with_a_blank_is_refused() =>
        Refuses(ImportErrorCodes.SolutionName, "My Solution", new SolutionBuilder { UniqueName = "My Solution" });

    [Fact]
    public void A_root_component_without_definition_is_refused() =>
        Refuses(ImportErrorCodes.MissingComponent, "acme_/x.js", new SolutionBuilder().Root(61, "acme_/x.js"));

    [Fact]
    public void A_definition_without_root_component_is_refused() =>
        Refuses(ImportErrorCodes.MissingRootComponentEntry, "acme_grade",
            new SolutionBuilder().With("optionsets", Snippets.GlobalChoice("acme_grade", 1)));

    [Fact]
    public void A_custom_API_as_root_component_is_refused() =>
        Refuses(ImportErrorCodes.MissingComponent, "must not be root components",
            new SolutionBuilder().Root(10421, "acme_Api"));

    [Fact]
    public void A_missing_dependency_is_refused_with_its_solution() =>
        Refuses(ImportErrorCodes.MissingDependencies, "msdynce_Service", new SolutionBuilder().Requires(
            "<Required type=\"1\" schemaName=\"unknown\" displayName=\"Case\" solution=\"msdynce_Service (9.0)\" />"));

    [Fact]
    public void Extending_a_table_that_is_not_here_is_refused() =>
        Refuses(ImportErrorCodes.MissingDependencies, "nowhere", new SolutionBuilder()
            .Table("nowhere", Snippets.Extension("Nowhere", Snippets.Column("acme_X", "int")), behavior: 2));

    [Fact]
    public void A_lookup_without_relationship_is_refused() =>
        Refuses(ImportErrorCodes.LookupWithoutRelationship, "acme_account", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column("acme_Account", "lookup"))));

    [Fact]
    public void A_customer_column_needs_both_relationships() =>
        Refuses(ImportErrorCodes.LookupWithoutRelationship, "2 needed, 1 found", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column("acme_Customer", "customer")))
            .With("EntityRelationships",
                Snippets.OneToMany("acme_one", "Account", "acme_Thing", "acme_Customer")));

    [Fact]
    public void A_relationship_without_lookup_is_refused() =>
        Refuses(ImportErrorCodes.InvalidXml, "acme_parent", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing"))
            .With("EntityRelationships", Snippets.OneToMany("acme_one", "Account", "acme_Thing", "acme_Parent")));

    [Fact]
    public void A_column_without_prefix_is_refused() =>
        Refuses(ImportErrorCodes.AttributeName, "customization prefix", new SolutionBuilder()
            .Table("account", Snippets.Extension("Account", Snippets.Column("Points", "int")), behavior: 2));

    [Fact]
    public void An_unknown_column_type_is_refused_with_its_line() =>
        Refuses(ImportErrorCodes.XsdValidation, "customizations.xml, line", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column("acme_X", "text"))));

    [Fact]
    public void An_own_table_without_primary_name_is_refused() =>
        Refuses(ImportErrorCodes.XsdValidation, "PrimaryName", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing").Replace("PrimaryName|", "", StringComparison.Ordinal)));

    [Fact]
    public void An_unknown_global_choice_is_refused() =>
        Refuses(ImportErrorCodes.UnknownGlobalChoice, "acme_grade", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing",
                Snippets.Column("acme_Grade", "picklist", "<OptionSetName>acme_grade</OptionSetName>"))));

    [Fact]
    public void A_choice_with_a_value_twice_is_refused() =>
        Refuses(ImportErrorCodes.OptionSets, "stands twice", new SolutionBuilder()
            .With("optionsets", Snippets.GlobalChoice("acme_grade", 1, 1)).Root(9, "acme_grade"));

    [Fact]
    public void A_key_on_a_missing_column_is_refused() =>
        Refuses(ImportErrorCodes.InvalidXml, "acme_missing", new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing", keys: Snippets.Key("acme_Key", "acme_missing"))));

    [Fact]
    public void A_plugin_type_that_the_dll_does_not_hold_is_refused() =>
        Refuses(ImportErrorCodes.AssemblyContent, "Acme.Plugins.Gone",
            Plugins(Snippets.PluginType(TypeId, "Acme.Plugins.Gone")));

    [Fact]
    public void A_dll_of_another_version_is_refused() =>
        Refuses(ImportErrorCodes.AssemblyContent, "2.0.0.0", Plugins(
            Snippets.PluginType(TypeId, "Acme.Plugins.Refuse"), PluginDll.Build("2.0.0.0")));

    [Fact]
    public void A_dll_that_is_no_assembly_is_refused() =>
        Refuses(ImportErrorCodes.AssemblyContent, "not a .NET assembly", Plugins(
            Snippets.PluginType(TypeId, "Acme.Plugins.Refuse"), [1, 2, 3]));

    [Fact]
    public void An_assembly_that_is_not_signed_is_refused() =>
        Refuses(ImportErrorCodes.AssemblyNotSigned, "strong name", new SolutionBuilder()
            .With("SolutionPluginAssemblies",
                Snippets.Assembly(AssemblyId).Replace("b77a5c561934e089", "null", StringComparison.Ordinal))
            .Part("PluginAssemblies/Acme/Acme.Plugins.dll", PluginDll.Build())
            .Root(91, AssemblyId));

    [Fact]
    public void An_assembly_name_that_is_none_is_refused() =>
        Refuses(ImportErrorCodes.XsdValidation, "FullName", new SolutionBuilder()
            .With("SolutionPluginAssemblies",
                Snippets.Assembly(AssemblyId).Replace("Version=1.0.0.0", "Version=one", StringComparison.Ordinal))
            .Part("PluginAssemblies/Acme/Acme.Plugins.dll", PluginDll.Build())
            .Root(91, AssemblyId));

    [Fact]
    public void A_plugin_type_that_is_there_twice_is_refused() =>
        Refuses(ImportErrorCodes.PluginTypeTwice, "Refuse", Plugins(
            Snippets.PluginType(TypeId, "Acme.Plugins.Refuse") + Snippets.PluginType(StepId, "Acme.Plugins.Refuse")));

    [Fact]
    public void A_dll_without_content_type_is_not_seen() =>
        Refuses(ImportErrorCodes.AssemblyContent, "[Content_Types].xml",
            Plugins(Snippets.PluginType(TypeId, "Acme.Plugins.Refuse"))
                .WithoutContentType("PluginAssemblies/Acme/Acme.Plugins.dll"));

    [Fact]
    public void A_step_of_an_unknown_plugin_type_is_refused() =>
        Refuses(ImportErrorCodes.PluginTypes, "Add it to the PluginTypes", WithStep(
            Snippets.Step(StepId, Guid.NewGuid(), "account", filter: "name")));

    [Fact]
    public void A_step_on_an_unknown_message_is_refused_with_the_known_ones() =>
        Refuses(ImportErrorCodes.SdkMessages, "Assign, Create, Delete", WithStep(
            Snippets.Step(StepId, TypeId, "account", filter: "name", message: Guid.NewGuid().ToString())));

    [Fact]
    public void A_step_on_an_unknown_table_is_refused() =>
        Refuses(ImportErrorCodes.SdkMessages, "SdkMessageFilter", WithStep(
            Snippets.Step(StepId, TypeId, "nowhere", filter: "name")));

    [Fact]
    public void A_step_that_filters_on_a_missing_column_is_refused() =>
        Refuses(ImportErrorCodes.SdkMessages, "account.acme_gone", WithStep(
            Snippets.Step(StepId, TypeId, "account", filter: "acme_gone")));

    [Fact]
    public void An_asynchronous_step_before_the_operation_is_refused() =>
        Refuses(ImportErrorCodes.SdkMessages, "stage 40", WithStep(
            Snippets.Step(StepId, TypeId, "account", stage: 20, filter: "name", mode: 1)));

    [Fact]
    public void A_post_image_before_the_operation_is_refused() =>
        Refuses(ImportErrorCodes.SdkMessages, "post-image", WithStep(Snippets.Step(
            StepId, TypeId, "account", stage: 20, filter: "name", images: Snippets.Image(AssemblyId, 1, "name"))));

    [Fact]
    public void A_web_resource_without_content_is_refused() =>
        Refuses(ImportErrorCodes.WebResourceFileMissing, "acme_/x.js", new SolutionBuilder()
            .With("WebResources", Snippets.WebResource(TypeId, "acme_/x.js", "WebResources/acme_x"))
            .Root(61, "acme_/x.js"));

    [Fact]
    public void A_web_resource_without_prefix_is_refused() =>
        Refuses(ImportErrorCodes.WebResourcePrefix, "x.js", new SolutionBuilder()
            .With("WebResources", Snippets.WebResource(TypeId, "x.js", "WebResources/x"))
            .Part("WebResources/x", "var a;").Root(61, "x.js"));

    [Fact]
    public void A_role_with_a_privilege_of_no_table_is_refused() =>
        Refuses(ImportErrorCodes.Role, "prvReadacme_Gone", new SolutionBuilder()
            .With("Roles", $$"""
                <Role id="{{{TypeId}}}" name="Reader"><RolePrivileges>
                <RolePrivilege name="prvReadacme_Gone" level="Global" /></RolePrivileges></Role>
                """)
            .Root(20, TypeId));

    [Fact]
    public void A_field_permission_on_a_column_that_is_not_secured_is_refused() =>
        Refuses(ImportErrorCodes.FieldSecurityNotSecurable, "IsSecured", new SolutionBuilder()
            .With("FieldSecurityProfiles", $$"""
                <FieldSecurityProfile name="Readers" fieldsecurityprofileid="{{{TypeId}}}">
                <FieldPermissions><FieldPermission>
                <EntityName>account</EntityName><AttributeName>name</AttributeName><CanRead>4</CanRead>
                </FieldPermission></FieldPermissions></FieldSecurityProfile>
                """)
            .Root(70, TypeId));

    [Fact]
    public void A_response_property_with_isoptional_is_refused() =>
        Refuses(ImportErrorCodes.InvalidXml, "isoptional", new SolutionBuilder()
            .Part("customapis/acme_Api/customapi.xml",
                "<customapi uniquename=\"acme_Api\"><bindingtype>0</bindingtype></customapi>")
            .Part("customapis/acme_Api/customapiresponseproperties/A/customapiresponseproperty.xml",
                """
                <customapiresponseproperty uniquename="A">
                  <isoptional>0</isoptional><type>10</type>
                </customapiresponseproperty>
                """));

    private static SolutionBuilder Plugins(string types, byte[]? dll = null) => new SolutionBuilder()
        .With("SolutionPluginAssemblies", Snippets.Assembly(AssemblyId, types))
        .Part("PluginAssemblies/Acme/Acme.Plugins.dll", dll ?? PluginDll.Build())
        .Root(91, AssemblyId);

    private static SolutionBuilder WithStep(string step) =>
        Plugins(Snippets.PluginType(TypeId, "Acme.Plugins.Refuse"))
            .With("SdkMessageProcessingSteps", step)
            .Root(92, StepId);

    private static MemoryStream Zip(params string[] names)
    {
        MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                SolutionBuilder.Write(zip, name, "<x />"u8.ToArray());
            }
        }

        stream.Position = 0;
        return stream;
    }

    private void Refuses(int code, string says, SolutionBuilder package) => Refuses(code, says, package.Pack());

    private void Refuses(int code, string says, Stream zip)
    {
        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(zip));
        Assert.Equal(code.ToString("x8"), refused.Detail.ErrorCode.ToString("x8"));
        Assert.Contains(says, refused.Detail.Message, StringComparison.Ordinal);
        Assert.Empty(_local.Steps);
    }
}
