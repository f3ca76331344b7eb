using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Sdk.Tests.Switches;

/// <summary>Asks the build instead of reading project files: conditions are evaluated, nothing is built.</summary>
internal static class MsBuild
{
    public static MsBuildResult Run(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuildFacts.RepositoryRoot,
        };
        foreach (var argument in new[] { "msbuild", project, "-nologo", "-nodeReuse:false" }.Concat(arguments))
            start.ArgumentList.Add(argument);
        foreach (var inherited in start.Environment.Keys.Where(IsOfTheOuterBuild).ToList())
            start.Environment.Remove(inherited);
        return Finish(start);
    }

    private static bool IsOfTheOuterBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || string.Equals(variable, "DataverseSdk", StringComparison.OrdinalIgnoreCase);

    private static MsBuildResult Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start) ?? throw new IOException("dotnet did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new MsBuildResult(process.ExitCode, output + errors.Result);
    }
}
