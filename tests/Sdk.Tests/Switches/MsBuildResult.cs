using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Sdk.Tests.Switches;

internal sealed class MsBuildResult
{
    public MsBuildResult(int exitCode, string output)
    {
        ExitCode = exitCode;
        Output = output;
    }

    public int ExitCode { get; }

    public string Output { get; }

    public IReadOnlyList<string> Packages => ItemsOf("PackageReference")
        .Select(item => Text(item, "Identity"))
        .Where(name => name.StartsWith("Microsoft.CrmSdk.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.PowerPlatform.", StringComparison.Ordinal)
            || name.StartsWith("FakeXrmEasy", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>Names of the projects of sdk/ that are referenced.</summary>
    public IReadOnlyList<string> Contracts => ItemsOf("ProjectReference")
        .Select(item => Text(item, "Identity"))
        .Where(path => path.Replace('\\', '/').Contains("/sdk/", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>Names of SDK packages whose assemblies would be copied to the output.</summary>
    public IReadOnlyList<string> CopiedPackages => ItemsOf("PackageReference")
        .Where(item => Text(item, "ExcludeAssets") is not ("runtime" or "all"))
        .Select(item => Text(item, "Identity"))
        .Intersect(Packages)
        .ToList();

    public string Property(string name) =>
        JsonDocument.Parse(Output).RootElement.GetProperty("Properties").GetProperty(name).GetString() ?? "";

    public string VersionOf(string package) => Text(
        ItemsOf("PackageVersion").Single(item => Text(item, "Identity") == package), "Version");

    private IEnumerable<JsonElement> ItemsOf(string kind) =>
        JsonDocument.Parse(Output).RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray();

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
