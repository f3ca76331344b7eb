using System.Linq;
using System.Reflection;

namespace Sdk.Tests;

/// <summary>How this test assembly was built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot => Value("RepositoryRoot");

    public static string Configuration => Value("Configuration");

    /// <summary>True when Microsoft's own assemblies lie in the output, by package or by folder.</summary>
    public static bool RunsOnMicrosoftAssemblies => Value("DataverseSdk") == "Official" || Value("OfficialSdkDir") != "";

    private static string Value(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value ?? "";
}
