using System.Text;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class SolutionPackerTests
{
    private const string ScriptPart = "WebResources/con_scriptsajs00000000-0000-0000-0000-00000000000A";

    [Fact]
    public void Every_file_finds_its_place_in_the_package()
    {
        PackedSolution packed = new SmallSolution().Pack();

        Assert.Empty(packed.Findings);
        XElement table = packed.Customizations.Element("Entities")!.Element("Entity")!;
        Assert.Equal("main", table.Element("FormXml")!.Element("forms")!.Attribute("type")!.Value);
        Assert.NotNull(table.Element("SavedQueries")!.Element("savedqueries")!.Element("savedquery"));
        Assert.NotNull(table.Element("RibbonDiffXml")!.Element("CustomActions"));
        Assert.Single(packed.Customizations.Element("EntityRelationships")!.Elements());
        Assert.Equal(
            [ScriptPart, "environmentvariabledefinitions/con_Limit/environmentvariabledefinition.xml"],
            packed.Parts.Keys);
        Assert.Equal("alert", Encoding.UTF8.GetString(packed.Parts[ScriptPart]));
    }

    [Theory]
    [InlineData(true, "1")]
    [InlineData(false, "0")]
    public void The_type_of_the_package_stands_in_its_manifest(bool managed, string expected) =>
        Assert.Equal(expected,
            new SmallSolution().Pack(TypeOf(managed)).Manifest.Descendants("Managed").Single().Value);

    [Theory]
    [InlineData(true, "managed")]
    [InlineData(false, "plain")]
    public void A_managed_twin_replaces_its_file_in_the_managed_package_only(bool managed, string expected)
    {
        XElement customizations = new SmallSolution()
            .With(
                SmallSolution.ThingForm.Replace(".xml", "_managed.xml"),
                "<forms><systemform><formid>managed</formid></systemform></forms>")
            .Customizations(TypeOf(managed));

        Assert.Equal(expected, customizations.Descendants("formid").Single().Value);
    }

    [Fact]
    public void An_empty_section_stays_in_the_package() =>
        Assert.NotNull(new SmallSolution()
            .Changed("Other/Customizations.xml", "<Entities />", "<Entities /><optionsets />")
            .Customizations().Element("optionsets"));

    [Fact]
    public void The_name_of_the_package_holds_the_version() =>
        Assert.Equal("Small_1_2_0_0", new SmallSolution().Pack().Name);

    [Theory]
    [InlineData("docs/page.md", "unknown folder")]
    [InlineData("README.md", "unknown folder")]
    [InlineData(".git/config", "unknown folder")]
    [InlineData("Roles/notes.txt", "belongs to no component")]
    [InlineData("Entities/con_Thing/FormXml/loose.xml", "belongs to no component")]
    [InlineData("Other/Notes.xml", "belongs to no component")]
    public void A_file_that_would_be_dropped_or_copied_along_is_refused(string path, string problem)
    {
        Finding finding = new SmallSolution().With(path, "<x />").Finding();

        Assert.Equal(path, finding.Place);
        Assert.Contains(problem, finding.Problem);
    }

    [Fact]
    public void A_folder_of_the_wrong_case_is_named_with_the_right_one() =>
        Assert.Contains("Call the folder Roles",
            new SmallSolution().With("roles/Other.xml", "<Role />").Finding().Remedy);

    [Fact]
    public void A_missing_section_is_refused_with_what_it_would_drop()
    {
        IEnumerable<Finding> findings = new SmallSolution()
            .Changed("Other/Customizations.xml", "<WebResources />", "").Pack().Findings;

        Assert.Contains(findings, finding =>
            finding.Place == "Other/Customizations.xml" && finding.Problem.Contains("lacks <WebResources />"));
    }

    [Theory]
    [InlineData("<FormXml />")]
    [InlineData("<SavedQueries />")]
    [InlineData("<RibbonDiffXml />")]
    public void A_missing_place_in_a_table_is_refused(string place)
    {
        Finding finding = new SmallSolution().Changed("Entities/con_Thing/Entity.xml", place, "").Finding();

        Assert.Contains(place, finding.ToString());
        Assert.StartsWith("Entities/con_Thing/", finding.Place);
    }

    [Fact]
    public void A_folder_without_table_is_refused() =>
        Assert.Contains("has no Entity.xml",
            new SmallSolution().With("Entities/con_New/RibbonDiff.xml", "<x />").Finding().Problem);

    [Fact]
    public void A_web_resource_without_content_names_the_build_that_makes_it()
    {
        Finding finding = new SmallSolution().Without("WebResources/con_/scripts/a.js").Finding();

        Assert.Equal("WebResources/con_/scripts/a.js", finding.Place);
        Assert.Contains("npm run build", finding.Remedy);
    }

    [Theory]
    [InlineData("WebResources/con_/scripts/a.js.data.xml", "<FileName>/", "<FileName>/Files/", "names its content")]
    [InlineData("WebResources/con_/scripts/a.js.data.xml", "<Name>con_/scripts/a.js", "<Name>con_/b.js", "con_/b.js")]
    [InlineData("Roles/Clerk.xml", "name=\"Clerk\"", "name=\"Boss\"", "holds Boss")]
    [InlineData("Entities/con_Thing/Entity.xml", "<Name>con_Thing", "<Name>con_thing", "calls the table con_thing")]
    [InlineData("Entities/con_Thing/Entity.xml", "entity Name=\"con_Thing\"", "entity Name=\"x\"", "calls the table")]
    [InlineData("AppModules/con_App/AppModule.xml", "con_App", "con_Other", "holds con_Other")]
    [InlineData("Other/Relationships/Account.xml", "<ReferencedEntityName>Account", "<ReferencedEntityName>Lead",
        "of table Lead")]
    public void A_name_that_disagrees_with_its_file_is_refused(
        string path, string old, string replacement, string problem)
    {
        IEnumerable<Finding> findings = new SmallSolution().Changed(path, old, replacement).Pack().Findings;

        Assert.Contains(findings, finding => finding.Place == path && finding.Problem.Contains(problem));
    }

    [Fact]
    public void A_listed_relationship_needs_a_definition_and_a_definition_a_line_in_the_list()
    {
        List<Finding> findings = new SmallSolution()
            .Changed("Other/Relationships.xml", "con_thing_account", "con_missing").Pack().Findings;

        Assert.Contains(findings, finding => finding.Problem.Contains("lists con_missing"));
        Assert.Contains(findings,
            finding => finding.Problem.Contains("defines con_thing_account, which is not listed"));
    }

    [Fact]
    public void A_component_without_root_component_is_refused()
    {
        Finding finding = new SmallSolution()
            .Changed("Other/Solution.xml",
                """<RootComponent type="61" schemaName="con_/scripts/a.js" behavior="0" />""", "")
            .Finding();

        Assert.Equal("WebResources/con_/scripts/a.js.data.xml", finding.Place);
        Assert.Contains("0x8004803a", finding.Problem);
    }

    [Fact]
    public void A_root_component_without_component_is_refused()
    {
        Finding finding = new SmallSolution().Changed("Other/Solution.xml", "con_App", "con_Gone").Pack().Findings
            .Single(finding => finding.Problem.Contains("0x8004801f"));

        Assert.Equal("Other/Solution.xml", finding.Place);
        Assert.Contains("con_gone", finding.Problem);
    }

    [Fact]
    public void A_custom_api_or_environment_variable_is_no_root_component() =>
        Assert.Contains("type 10421", new SmallSolution()
            .Changed("Other/Solution.xml", "<RootComponents>",
                """<RootComponents><RootComponent type="10421" id="{1}" behavior="0" />""")
            .Finding().Problem);

    [Fact]
    public void A_source_for_one_type_of_package_is_not_packed_as_the_other() =>
        Assert.Contains("<Managed>", new SmallSolution()
            .Changed("Other/Solution.xml", "<Managed>2", "<Managed>0").Finding().Problem);

    [Fact]
    public void Broken_xml_is_refused_with_its_file_and_line()
    {
        SolutionException error = Assert.Throws<SolutionException>(() =>
            new SmallSolution().With("Roles/Clerk.xml", "<Role>\n</role>").Pack());

        Assert.Contains("Roles/Clerk.xml", error.Message);
        Assert.Contains("ine 2", error.Message);
    }

    private static PackageType TypeOf(bool managed) => managed ? PackageType.Managed : PackageType.Unmanaged;
}
