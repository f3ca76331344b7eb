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
            WorkingDirectory = FindWebResources(),
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

    private static string FindWebResources()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null
            && !File.Exists(Path.Combine(folder.FullName, "CrmExtensions.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "webresources");
    }
}
