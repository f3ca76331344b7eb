using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Names of the files in the zip: part names are URIs.</summary>
internal static class PartChecks
{
    private static readonly string[] Stray = [".data.xml", ".cs", ".md", ".pdb"];

    public static IEnumerable<Finding> Check(SolutionModel model)
    {
        foreach (string name in model.Packed.Parts.Keys)
        {
            if (name.Any(letter => letter is <= ' ' or > '~' || "\"<>\\^`|{}%".Contains(letter)))
            {
                yield return new Finding(
                    name, "the name would need percent-encoding", "Use ASCII letters, digits, _ . / -");
            }

            if (Stray.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
                || name.Contains("/.", StringComparison.Ordinal))
            {
                yield return new Finding(name, "does not belong into a solution", "Remove the file");
            }
        }
    }
}
