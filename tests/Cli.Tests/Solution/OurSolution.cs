using System.Text;
using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Checking;
using CrmExtensions.Cli.Solution.Deriving;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Tests.Solution;

/// <summary>The solution of this repository, whole or with a mistake put into one file.</summary>
internal static class OurSolution
{
    public static readonly SolutionInput Input = SolutionInput.OfRepository();

    private static readonly SolutionSource Source = Complete();

    public static PackedSolution Pack(PackageType type = PackageType.Managed) =>
        SolutionPacker.Pack(Source, Input.Contents(), type);

    /// <summary>What the checks say after one text in one file was replaced.</summary>
    public static List<Finding> CheckWith(string path, string old, string replacement)
    {
        string content = Encoding.UTF8.GetString(Source.Bytes(path));
        Assert.Contains(old, content);
        int position = content.IndexOf(old, StringComparison.Ordinal);
        string changed = content[..position] + replacement + content[(position + old.Length)..];
        SolutionSource source = Source
            .Replacing(_ => false, [KeyValuePair.Create(path, Encoding.UTF8.GetBytes(changed))]);

        PackedSolution packed = SolutionPacker.Pack(source, Input.Contents(), PackageType.Managed);
        return [.. packed.Findings, .. CrossChecks.Run(packed)];
    }

    private static SolutionSource Complete()
    {
        SolutionSource source = Input.ReadSource();
        List<Finding> findings = [];
        DerivedFiles? derived = Input.Derive(source, findings);
        Assert.Empty(findings);
        return derived!.LaidOver(source);
    }
}
