using System.Text;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Deriving;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class DerivedFilesTests
{
    private const string StepPath = "SdkMessageProcessingSteps/CountOrders.Update.salesorder.PostOperation.xml";

    private const string Manifest =
        """
        <ImportExportXml><SolutionManifest><Version>2.0.0.0</Version>
        <Publisher><UniqueName>contoso</UniqueName></Publisher>
        <RootComponents><RootComponent type="1" schemaName="con_thing" behavior="0" />
        <RootComponent type="92" id="{gone}" behavior="0" /></RootComponents></SolutionManifest></ImportExportXml>
        """;

    private static readonly RegisteredAssembly Tests = Fixtures();

    [Fact]
    public void What_was_written_compares_without_difference()
    {
        SolutionSource source = Source();

        SolutionSource written = DerivedFiles.From(source, [Tests]).LaidOver(source);

        Assert.Empty(DerivedFiles.From(written, [Tests]).Compare(written));
    }

    [Fact]
    public void A_changed_missing_or_stale_file_is_found_with_the_command_that_mends_it()
    {
        SolutionSource source = Source();
        SolutionSource written = DerivedFiles.From(source, [Tests]).LaidOver(source);
        const string Stale = "SdkMessageProcessingSteps/Removed.xml";
        SolutionSource changed = written.Replacing(
            path => path.StartsWith("customapis/"),
            [
                KeyValuePair.Create(StepPath, Encoding.UTF8.GetBytes("<SdkMessageProcessingStep />")),
                KeyValuePair.Create(Stale, Encoding.UTF8.GetBytes("<SdkMessageProcessingStep />")),
            ]);

        List<Finding> findings = [.. DerivedFiles.From(changed, [Tests]).Compare(changed)];

        Assert.Contains(findings, finding => finding.Place == StepPath && finding.Problem.StartsWith("differs"));
        Assert.Contains(findings, finding => finding.Place == Stale
            && finding.Problem.StartsWith("belongs to no attribute"));
        Assert.Contains(findings, finding => finding.Place.EndsWith("customapi.xml")
            && finding.Problem.StartsWith("is missing"));
        Assert.All(findings, finding => Assert.Contains("crmx solution write", finding.Remedy));
    }

    [Fact]
    public void The_manifest_lists_assemblies_and_steps_of_the_attributes_and_keeps_the_rest()
    {
        SolutionSource source = Source();
        XElement manifest = DerivedFiles.From(source, [Tests]).LaidOver(source).Xml("Other/Solution.xml");

        Assert.Equal(
            ["1", "91", "92", "92"],
            manifest.Descendants("RootComponent").Select(root => root.Attribute("type")!.Value));
        Assert.DoesNotContain(manifest.Descendants("RootComponent"), root => (string?)root.Attribute("id") == "{gone}");
    }

    [Fact]
    public void A_step_keeps_the_version_in_which_it_appeared()
    {
        SolutionSource source = Source();
        DerivedFiles fresh = DerivedFiles.From(source, [Tests]);
        string old = Encoding.UTF8.GetString(fresh.Files[StepPath]).Replace("2.0.0.0</Intro", "1.5.0.0</Intro");
        SolutionSource grown = source
            .Replacing(_ => false, [KeyValuePair.Create(StepPath, Encoding.UTF8.GetBytes(old))]);

        XElement step = DerivedFiles.From(grown, [Tests]).LaidOver(grown).Xml(StepPath);

        Assert.Equal("2.0.0.0", fresh.LaidOver(source).Xml(StepPath).Element("IntroducedVersion")!.Value);
        Assert.Equal("1.5.0.0", step.Element("IntroducedVersion")!.Value);
    }

    [Fact]
    public void The_derived_files_are_as_reviewed()
    {
        StringBuilder text = new();
        foreach ((string path, byte[] content) in DerivedFiles.From(Source(), [Tests]).Files
            .Where(file => !file.Key.StartsWith("Other/")))
        {
            text.Append("=== ").Append(path).Append('\n').Append(Encoding.UTF8.GetString(content));
        }

        Approved.Is(text.ToString(), "solution-derived-files");
    }

    private static SolutionSource Source() => SolutionSource.Of([KeyValuePair.Create("Other/Solution.xml", Manifest)]);

    /// <summary>The fixtures under a signed name that does not move with this test assembly.</summary>
    private static RegisteredAssembly Fixtures()
    {
        string[] names = [nameof(CountOrders), nameof(Weigh), nameof(PolishThing)];
        RegisteredAssembly read = AssemblyReader.Read(typeof(CountOrders).Assembly.Location);
        return new RegisteredAssembly(
            "Contoso", "Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef", "1.0.0.0", "")
        {
            Types = [.. read.Types.Where(type => names.Contains(type.Name))],
        };
    }
}
