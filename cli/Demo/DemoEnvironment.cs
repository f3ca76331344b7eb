using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Packing;
using Dataverse.Local;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// A local Dataverse with the product in it: the managed zip is packed in memory and imported as anywhere else.
/// </summary>
internal static class DemoEnvironment
{
    /// <param name="path">File to create; null keeps everything in memory.</param>
    public static LocalDataverse Open(string? path, TimeProvider clock)
    {
        byte[] zip = PackManaged();
        LocalDataverse environment = LocalDataverse.Open(new LocalDataverseOptions { Path = path, Clock = clock });
        try
        {
            using MemoryStream stream = new(zip);
            environment.Import(stream);
            return environment;
        }
        catch
        {
            environment.Dispose();
            throw;
        }
    }

    private static byte[] PackManaged()
    {
        List<Finding> findings = [];
        PackedSolution? packed = SolutionPacking.Pack(SolutionInput.OfRepository(), PackageType.Managed, findings);
        if (packed is not null && findings.Count == 0) return PackageZip.Write(packed.AllParts());
        Finding first = findings[0];
        throw new CommandException(
            $"The solution cannot be packed: {first.Place}: {first.Problem}. {first.Remedy}. "
            + $"`{CrmxCommand.Name} solution check` lists all {findings.Count} findings.");
    }
}
