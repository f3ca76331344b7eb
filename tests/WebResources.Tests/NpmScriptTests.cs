using System.Diagnostics;

namespace CrmExtensions.WebResources.Tests;

/// <summary>
/// Brings the TypeScript side into `dotnet test`: its own tools judge, this class reports what they print.
/// </summary>
public sealed class NpmScriptTests
{
    [Theory]
    [InlineData("test")]
    [InlineData("lint")]
    public async Task The_form_scripts_pass_their_own_checks(string script)
    {
        ProcessStartInfo start = new("npm", ["run", script, "--silent"])
        {
            WorkingDirectory = Path.Combine(CrmExtensions.Tests.RepositoryRoot.Path, "webresources"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";

        using Process npm = Process.Start(start)!;
        Task<string> errors = npm.StandardError.ReadToEndAsync();
        string output = await npm.StandardOutput.ReadToEndAsync() + await errors;
        await npm.WaitForExitAsync();

        Assert.True(npm.ExitCode == 0, $"npm run {script} in webresources/ failed:\n{output}");
    }
}
