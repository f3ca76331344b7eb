using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class SolutionCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crmx-solution-");

    [Fact]
    public void Help_lists_the_commands() => Approved.Is(CrmxRun.Of("solution", "--help").Output, "help-solution");

    [Fact]
    public void Check_of_our_solution_exits_with_0() => Assert.Equal(0, CrmxRun.Of("solution", "check").ExitCode);

    [Fact]
    public void Pack_writes_the_managed_and_the_unmanaged_zip_under_the_names_of_exports()
    {
        CrmxRun run = CrmxRun.Of("solution", "pack", "--output", _folder.FullName);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["CrmExtensions_1_0_0_0.zip", "CrmExtensions_1_0_0_0_managed.zip"],
            _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal("1", Managed("CrmExtensions_1_0_0_0_managed.zip"));
        Assert.Equal("0", Managed("CrmExtensions_1_0_0_0.zip"));
    }

    [Fact]
    public void Two_packings_give_the_same_bytes()
    {
        string first = Path.Combine(_folder.FullName, "first.zip");
        string second = Path.Combine(_folder.FullName, "second.zip");

        CrmxRun.Of("solution", "pack", "--managed-file", first);
        CrmxRun.Of("solution", "pack", "--managed-file", second);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void A_package_with_findings_is_not_written_and_the_findings_read_as_build_errors()
    {
        string zip = Path.Combine(_folder.FullName, "never.zip");

        CrmxRun run = CrmxRun.Of(
            "solution", "pack", "--managed-file", zip, "--webresources", Path.Combine(_folder.FullName, "empty"));

        Assert.Equal(1, run.ExitCode);
        Assert.False(File.Exists(zip));
        Assert.Contains(
            "WebResources/crmx_/scripts/account.form.js : error CRMX: has no content. "
            + "Run `npm ci && npm run build` in webresources.",
            run.Output);
    }

    [Fact]
    public void Json_lists_the_findings_with_place_problem_and_remedy()
    {
        CrmxRun run = CrmxRun.Of("solution", "check", "--json", "--webresources", _folder.FullName);

        JsonElement result = JsonDocument.Parse(run.Output).RootElement;
        Assert.False(result.GetProperty("done").GetBoolean());
        JsonElement finding = result.GetProperty("findings")[0];
        Assert.Equal(result.GetProperty("problems").GetInt32(), result.GetProperty("findings").GetArrayLength());
        Assert.All(["place", "problem", "remedy"], name => Assert.NotEqual("", finding.GetProperty(name).GetString()));
    }

    [Fact]
    public void Write_brings_the_source_in_step_and_then_has_nothing_to_do()
    {
        Copy(OurSolution.Input.SourceFolder, _folder.FullName);
        string step = Directory.EnumerateFiles(Path.Combine(_folder.FullName, "SdkMessageProcessingSteps")).First();
        string stale = Path.Combine(_folder.FullName, "customapis", "crmx_Old", "customapi.xml");
        File.Delete(step);
        Directory.CreateDirectory(Path.GetDirectoryName(stale)!);
        File.WriteAllText(stale, "<customapi />");

        Assert.Equal("1 files written\n1 files removed\n",
            CrmxRun.Of("solution", "write", "--source", _folder.FullName).Output);

        Assert.True(File.Exists(step));
        Assert.False(Directory.Exists(Path.GetDirectoryName(stale)));
        Assert.Equal("0 files written\n0 files removed\n",
            CrmxRun.Of("solution", "write", "--source", _folder.FullName).Output);
    }

    [Fact]
    public void Id_prints_what_the_source_holds()
    {
        XElement role = XElement
            .Load(Path.Combine(OurSolution.Input.SourceFolder, "Roles", "CrmExtensions Loyalty Clerk.xml"));

        string id = CrmxRun.Of("solution", "id", "role", "CrmExtensions Loyalty Clerk").Output.Trim();

        Assert.Equal(role.Attribute("id")!.Value, $"{{{id}}}");
    }

    [Theory]
    [InlineData("solution", "id", "planet", "Mars")]
    [InlineData("solution", "pack", "--colour", "red")]
    public void Wrong_usage_exits_with_2(params string[] arguments) => Assert.Equal(2, CrmxRun.Of(arguments).ExitCode);

    [Fact]
    public void A_source_that_is_not_there_exits_with_1_and_says_which_option_names_it()
    {
        CrmxRun run = CrmxRun.Of("solution", "check", "--source", Path.Combine(_folder.FullName, "nowhere"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--source", run.Error);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Managed(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(_folder.FullName, zip));
        using Stream manifest = archive.GetEntry("solution.xml")!.Open();
        return XElement.Load(manifest).Descendants("Managed").Single().Value;
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
