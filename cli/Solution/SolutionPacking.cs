using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmExtensions.Cli.Solution.Deriving;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution;

/// <summary><c>crmx solution pack</c>: the zips, or findings and no zip.</summary>
internal static class SolutionPacking
{
    public static bool Run(SolutionInput input, SolutionReport report, DirectoryInfo? output, FileInfo? managedFile)
    {
        if (managedFile is not null)
        {
            return Write(input, report, PackageType.Managed, _ => managedFile.FullName);
        }

        string folder = output?.FullName ?? input.ArtifactsFolder;
        return Write(input, report, PackageType.Managed, name => Path.Combine(folder, $"{name}_managed.zip"))
            && Write(input, report, PackageType.Unmanaged, name => Path.Combine(folder, $"{name}.zip"));
    }

    /// <summary>
    /// Packs in memory. Derived files are laid over the source, so the zip agrees with its assemblies.
    /// </summary>
    public static PackedSolution? Pack(SolutionInput input, PackageType type, ICollection<Finding> findings)
    {
        SolutionSource source = input.ReadSource();
        DerivedFiles? derived = input.Derive(source, findings);
        if (derived is null)
        {
            return null;
        }

        PackedSolution packed = SolutionPacker.Pack(derived.LaidOver(source), input.Contents(), type);
        packed.Findings.ForEach(findings.Add);
        return packed;
    }

    private static bool Write(
        SolutionInput input, SolutionReport report, PackageType type, System.Func<string, string> fileOf)
    {
        var findings = new List<Finding>();
        PackedSolution? packed = Pack(input, type, findings);
        report.Findings(findings);
        if (packed is null || findings.Count > 0)
        {
            return false;
        }

        string file = fileOf(packed.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, PackageZip.Write(packed.AllParts()));
        report.Value(type.ToString().ToLowerInvariant(), file);
        return true;
    }
}
