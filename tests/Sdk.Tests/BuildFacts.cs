using System.IO;
using System.Linq;
using System.Reflection;

namespace Sdk.Tests;

/// <summary>How this test assembly was built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot => Value("RepositoryRoot");

    /// <summary>True with -p:DataverseSdk=Official.</summary>
    public static bool UsesPackages => Value("DataverseSdk") == "Official";

    /// <summary>True with -p:OfficialSdkDir=DIR.</summary>
    public static bool RunsOnOfficialFiles => Value("OfficialSdkDir") != "";

    /// <summary>The contract as the build of sdk/ left it, whatever lies in the output of the tests.</summary>
    public static string ContractFile(string assembly, string framework) =>
        Path.Combine(RepositoryRoot, "sdk", assembly, "bin", Value("Configuration"), framework, assembly + ".dll");

    /// <summary>Folder of the real .NET Framework's reference assemblies.</summary>
    public static string NetFrameworkReferences => Value("NetFrameworkReferences");

    private static string Value(string key) =>
        typeof(BuildFacts).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(x => x.Key == key)
            .Value ?? "";
}
