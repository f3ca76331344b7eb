using System.IO;
using System.Linq;
using System.Reflection;

namespace Sdk.Tests;

/// <summary>How this test assembly was built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot => Value("RepositoryRoot");

    /// <summary>True when Microsoft's own assemblies lie in the output, by package or by folder.</summary>
    public static bool RunsOnMicrosoftAssemblies => Value("DataverseSdk") == "Official"
        || Value("OfficialSdkDir") != "";

    /// <summary>The contract as the build of sdk/ left it, whatever lies in the output of the tests.</summary>
    public static string ContractFile(string assembly, string framework) =>
        Path.Combine(RepositoryRoot, "sdk", assembly, "bin", Value("Configuration"), framework, assembly + ".dll");

    private static string Value(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value ?? "";
}
