using System.Collections.Generic;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution.Checking;

internal static class CrossChecks
{
    public static IEnumerable<Finding> Run(PackedSolution packed) => [];
}
