using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Plugin assemblies and their types.</summary>
internal static class PluginChecks
{
    private const int LargestAssembly = 16 * 1024 * 1024;

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Section("SolutionPluginAssemblies").SelectMany(assembly =>
            CheckAssembly(model, assembly).Concat(CheckTypes(assembly)));

    private static IEnumerable<Finding> CheckAssembly(SolutionModel model, XElement assembly)
    {
        string name = assembly.ValueOf("FullName");
        if (!name.Contains("PublicKeyToken=") || name.Contains("PublicKeyToken=null"))
        {
            yield return SolutionModel.At(assembly, $"assembly {name} is not signed (0x8004416c)", "Sign it");
        }

        if (assembly.TextOf("IsolationMode") != "2" || assembly.TextOf("SourceType") != "0")
        {
            yield return SolutionModel.At(
                assembly, $"assembly {name} does not run in the sandbox from the database",
                "IsolationMode 2, SourceType 0");
        }

        if (model.Packed.Parts.TryGetValue(assembly.TextOf("FileName").TrimStart('/'), out byte[]? content)
            && content.Length > LargestAssembly)
        {
            yield return SolutionModel.At(
                assembly, $"assembly {name} is larger than 16 MB (0x8004418f)", "Make it smaller");
        }
    }

    private static IEnumerable<Finding> CheckTypes(XElement assembly)
    {
        List<XElement> types = [.. assembly.Descendants("PluginType")];
        foreach (XElement type in types.Where(type => !type.ValueOf("AssemblyQualifiedName")
            .EndsWith(", " + assembly.ValueOf("FullName"), StringComparison.Ordinal)))
        {
            yield return SolutionModel.At(
                type, $"type {type.ValueOf("AssemblyQualifiedName")} does not carry the name of its assembly",
                "Run `crmx solution write`");
        }

        foreach (IGrouping<string, XElement> twins in types.GroupBy(type => type.TextOf("FriendlyName"))
            .Where(group => group.Key.Length == 0 || group.Count() > 1))
        {
            yield return SolutionModel.At(
                twins.First(), $"FriendlyName '{twins.Key}' is empty or used twice", "Run `crmx solution write`");
        }
    }
}
