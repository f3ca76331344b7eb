using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Sdk.Tests.Surface;

namespace Sdk.Tests;

/// <summary>
/// What a plugin compiles against here must exist, identically, where it runs: a signature, a number or a missing
/// overload that differs is baked into the plugin and found only in the cloud.
/// </summary>
public sealed class SurfaceTests
{
    public static TheoryData<string, string> Contracts => new()
    {
        { "Microsoft.Xrm.Sdk", "net462" },
        { "Microsoft.Xrm.Sdk", "net10.0" },
        { "Microsoft.Crm.Sdk.Proxy", "net462" },
        { "Microsoft.Crm.Sdk.Proxy", "net10.0" },
        { "Microsoft.Xrm.Sdk.Workflow", "net462" },
        { "Microsoft.Xrm.Sdk.Workflow", "net10.0" },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_type_and_member_stands_identically_in_the_official_surface(string assembly, string framework)
    {
        var baseline = Baseline.Of(assembly);
        var differing =
            from type in Read(assembly, framework)
            let official = LinesOf(baseline.Find(type.Name))
            from line in LinesOf(type)
            where !official.Contains(line)
            select type.Name + ": " + line;
        AssertNone(differing);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Overloads_come_all_together_or_not_at_all(string assembly, string framework)
    {
        var baseline = Baseline.Of(assembly);
        var incomplete =
            from type in Read(assembly, framework)
            let official = baseline.Find(type.Name)?.Overloads() ?? []
            from mine in type.Overloads()
            where official.GetValueOrDefault(mine.Key) != mine.Value
            select type.Name + "." + mine.Key + ": " + mine.Value + " of " + official.GetValueOrDefault(mine.Key);
        AssertNone(incomplete);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Interfaces_abstract_classes_and_enums_are_whole(string assembly, string framework)
    {
        var baseline = Baseline.Of(assembly);
        var missing =
            from type in Read(assembly, framework)
            where type.IsImplementedByOthers || type.IsEnum
            let mine = LinesOf(type)
            from line in LinesOf(baseline.Find(type.Name))
            where !mine.Contains(line)
            select type.Name + ": " + line;
        AssertNone(missing);
    }

    /// <summary>Says something only where Microsoft's assemblies are loaded (sdk/README.md, switches).</summary>
    [Theory]
    [MemberData(nameof(Contracts))]
    public void An_official_assembly_of_the_baselines_version_offers_all_that_the_contracts_offer(
        string assembly,
        string framework)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        if (VersionOf(path) < Baseline.Version)
            return;
        var loaded = SurfaceReader.Read(path).ToDictionary(type => type.Name, LinesOf);
        var missing =
            from type in Read(assembly, framework)
            let official = loaded.GetValueOrDefault(type.Name, [])
            from line in LinesOf(type)
            where !official.Contains(line)
            select type.Name + ": " + line;
        AssertNone(missing);
    }

    [Theory]
    [InlineData("Microsoft.Xrm.Sdk.IPluginExecutionContext6")]
    [InlineData("Microsoft.Xrm.Sdk.IPluginExecutionContext7")]
    [InlineData("Microsoft.Xrm.Sdk.Messages.DeleteMultipleRequest")]
    public void Nothing_newer_than_file_version_9_2_49_6443_is_offered(string newer)
    {
        Assert.DoesNotContain(newer, Read("Microsoft.Xrm.Sdk", "net462").Select(type => type.Name));
    }

    private static void AssertNone(IEnumerable<string> findings) =>
        Assert.True(!findings.Any(), string.Join(Environment.NewLine, findings));

    private static Version VersionOf(string path) =>
        Version.Parse(FileVersionInfo.GetVersionInfo(path).FileVersion ?? "0.0");

    private static IReadOnlyList<SurfaceType> Read(string assembly, string framework) =>
        SurfaceReader.Read(BuildFacts.ContractFile(assembly, framework));

    private static HashSet<string> LinesOf(SurfaceType? type) =>
        type is null ? [] : type.Members.Append(type.Declaration).Select(AttributeText.Normalize).ToHashSet();
}
