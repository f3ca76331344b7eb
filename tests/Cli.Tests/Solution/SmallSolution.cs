using System.Xml.Linq;
using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Tests.Solution;

/// <summary>
/// An unpacked solution in memory with one component of every kind that the packer treats in its own way.
/// </summary>
internal sealed class SmallSolution
{
    public const string ThingForm = "Entities/con_Thing/FormXml/main/information.xml";

    private const string ScriptId = "00000000-0000-0000-0000-00000000000a";

    private readonly Dictionary<string, string> _files = new()
    {
        ["Other/Solution.xml"] =
            """
            <ImportExportXml version="9.2" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive">
              <SolutionManifest>
                <UniqueName>Small</UniqueName><Version>1.2.0.0</Version><Managed>2</Managed>
                <Publisher><UniqueName>contoso</UniqueName><CustomizationPrefix>con</CustomizationPrefix></Publisher>
                <RootComponents>
                  <RootComponent type="1" schemaName="con_thing" behavior="0" />
                  <RootComponent type="20" id="{00000000-0000-0000-0000-000000000001}" behavior="0" />
                  <RootComponent type="61" schemaName="con_/scripts/a.js" behavior="0" />
                  <RootComponent type="80" schemaName="con_App" behavior="0" />
                </RootComponents>
              </SolutionManifest>
            </ImportExportXml>
            """,
        ["Other/Customizations.xml"] =
            """
            <ImportExportXml><Entities /><Roles /><EntityRelationships /><WebResources /><AppModules />
            <Languages><Language>1033</Language></Languages></ImportExportXml>
            """,
        ["Other/Relationships.xml"] =
            """<EntityRelationships><EntityRelationship Name="con_thing_account" /></EntityRelationships>""",
        ["Other/Relationships/Account.xml"] =
            """
            <EntityRelationships><EntityRelationship Name="con_thing_account">
            <ReferencedEntityName>Account</ReferencedEntityName></EntityRelationship></EntityRelationships>
            """,
        ["Entities/con_Thing/Entity.xml"] =
            """
            <Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Name>con_Thing</Name>
            <EntityInfo><entity Name="con_Thing" /></EntityInfo><FormXml /><SavedQueries /><RibbonDiffXml /></Entity>
            """,
        ["Entities/con_Thing/RibbonDiff.xml"] = "<RibbonDiffXml><CustomActions /></RibbonDiffXml>",
        [ThingForm] = "<forms><systemform><formid>plain</formid></systemform></forms>",
        ["Entities/con_Thing/SavedQueries/a.xml"] =
            "<savedqueries><savedquery><savedqueryid>a</savedqueryid></savedquery></savedqueries>",
        ["Roles/Clerk.xml"] = """<Role id="{00000000-0000-0000-0000-000000000001}" name="Clerk" />""",
        ["WebResources/con_/scripts/a.js"] = "alert",
        ["WebResources/con_/scripts/a.js.data.xml"] =
            $$"""
            <WebResource><WebResourceId>{{{ScriptId}}}</WebResourceId><Name>con_/scripts/a.js</Name>
            <FileName>/WebResources/con_scriptsajs{{ScriptId.ToUpperInvariant()}}</FileName></WebResource>
            """,
        ["AppModules/con_App/AppModule.xml"] = "<AppModule><UniqueName>con_App</UniqueName></AppModule>",
        ["environmentvariabledefinitions/con_Limit/environmentvariabledefinition.xml"] =
            """<environmentvariabledefinition schemaname="con_Limit" />""",
    };

    public SmallSolution With(string path, string content)
    {
        _files[path] = content;
        return this;
    }

    public SmallSolution Without(string path)
    {
        Assert.True(_files.Remove(path), $"{path} is not in the fixture");
        return this;
    }

    public SmallSolution Changed(string path, string old, string replacement)
    {
        Assert.Contains(old, _files[path]);
        return With(path, _files[path].Replace(old, replacement));
    }

    public PackedSolution Pack(PackageType type = PackageType.Managed) =>
        SolutionPacker.Pack(SolutionSource.Of(_files), new PackContents([], webResources: null), type);

    public XElement Customizations(PackageType type = PackageType.Managed)
    {
        PackedSolution packed = Pack(type);
        Assert.Empty(packed.Findings);
        return packed.Customizations;
    }

    /// <summary>The only finding of the packing.</summary>
    public Finding Finding() => Assert.Single(Pack().Findings);
}
