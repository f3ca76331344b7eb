using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Solution.Checking;
using CrmExtensions.Cli.Solution.Deriving;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution;

/// <summary><c>crmx solution check</c>: everything that would break an import, found without an environment.</summary>
internal static class SolutionChecking
{
    public static bool Run(SolutionInput input, SolutionReport report)
    {
        IReadOnlyList<Finding> findings = Check(input);
        report.Findings(findings);
        report.Number("problems", findings.Count, findings.Count == 1 ? "problem" : "problems");
        return findings.Count == 0;
    }

    public static IReadOnlyList<Finding> Check(SolutionInput input)
    {
        SolutionSource source = input.ReadSource();
        var findings = new List<Finding>();
        DerivedFiles? derived = input.Derive(source, findings);
        if (derived is null)
        {
            return findings;
        }

        findings.AddRange(derived.Compare(source));
        PackedSolution packed = SolutionPacker.Pack(derived.LaidOver(source), input.Contents(), PackageType.Managed);
        findings.AddRange(packed.Findings);
        findings.AddRange(CrossChecks.Run(packed));
        return [.. findings.Distinct()];
    }
}
