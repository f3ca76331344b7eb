using System.Diagnostics;

namespace CrmExtensions.PowerShell.Tests;

/// <summary>
/// No PowerShell runs where this project is built: the grammar is what can be checked (powershell/README.md).
/// </summary>
public sealed class ScriptsParseTests
{
    private static readonly string Root = CrmExtensions.Tests.RepositoryRoot.Path;

    [Fact]
    public async Task Every_script_is_understood_by_the_powershell_grammar()
    {
        string[] scripts =
            [.. Directory.EnumerateFiles(Path.Combine(Root, "powershell"), "*.ps*1", SearchOption.AllDirectories)];

        Assert.True(scripts.Length >= 3, "the module, its manifest and its Pester tests");
        Assert.Equal("", await Parse(scripts));
    }

    [Fact]
    public async Task A_broken_script_is_found_with_its_place()
    {
        string broken = Path.Combine(Path.GetTempPath(), $"broken-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(broken, "function Get-Points {\n    if ($true {\n}\n");
        try
        {
            Assert.StartsWith($"{broken}:", await Parse([broken]));
        }
        finally
        {
            File.Delete(broken);
        }
    }

    private static async Task<string> Parse(string[] scripts)
    {
        ProcessStartInfo start = new("node", ["parse.mjs", .. scripts])
        {
            WorkingDirectory = Path.Combine(Root, "tests", "PowerShell.Tests"),
            RedirectStandardOutput = true,
        };
        using Process node = Process.Start(start)!;
        string findings = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0 || findings.Length > 0,
            "node parse.mjs failed without a finding: run it by hand.");
        return findings;
    }
}
