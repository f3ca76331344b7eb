using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Root components both ways: a component without entry is refused by SolutionPackager (0x8004803a), an entry without
/// component by the server (0x8004801f).
/// </summary>
internal static class RootComponents
{
    // Component types by number, with the place of their id or name in customizations.xml.
    private static readonly RootKind[] Kinds =
    [
        new("1", "Entities", table => table.TextOf("Name").ToLowerInvariant()),
        new("9", "optionsets", choice => choice.ValueOf("Name").ToLowerInvariant()),
        new("20", "Roles", role => Id(role.ValueOf("id"))),
        new("29", "Workflows", workflow => Id(workflow.ValueOf("WorkflowId"))),
        new("60", "Dashboards", dashboard => Id(dashboard.TextOf("FormId"))),
        new("61", "WebResources", resource => resource.TextOf("Name").ToLowerInvariant()),
        new("62", "AppModuleSiteMaps", map => map.TextOf("SiteMapUniqueName").ToLowerInvariant()),
        new("70", "FieldSecurityProfiles", profile => Id(profile.ValueOf("fieldsecurityprofileid"))),
        new("80", "AppModules", app => app.TextOf("UniqueName").ToLowerInvariant()),
        new("91", "SolutionPluginAssemblies", assembly => Id(assembly.ValueOf("PluginAssemblyId"))),
        new("92", "SdkMessageProcessingSteps", step => Id(step.ValueOf("SdkMessageProcessingStepId"))),
    ];

    public static IEnumerable<Finding> Check(XElement manifest, XElement customizations)
    {
        List<XElement> roots = [.. manifest.Descendants("RootComponent")];
        return Kinds.SelectMany(kind => Compare(kind, roots, customizations)).Concat(roots.SelectMany(CheckRoot));
    }

    private static IEnumerable<Finding> Compare(RootKind kind, List<XElement> roots, XElement customizations)
    {
        HashSet<string> listed = [.. roots.Where(root => root.ValueOf("type") == kind.Type).Select(KeyOf)];
        var packed = new HashSet<string>();
        foreach (XElement component in customizations.Element(kind.Section)?.Elements() ?? [])
        {
            string key = kind.KeyOf(component);
            packed.Add(key);
            if (!listed.Contains(key))
            {
                yield return new Finding(
                    SourceFile.Of(component),
                    $"component {key} of type {kind.Type} has no RootComponent (0x8004803a)",
                    $"Add it to {SolutionSource.ManifestPath}");
            }
        }

        foreach (string key in listed.Except(packed))
        {
            yield return new Finding(
                SolutionSource.ManifestPath,
                $"RootComponent {key} of type {kind.Type} has no definition (0x8004801f)",
                "Add the component's files, or remove the entry");
        }
    }

    private static IEnumerable<Finding> CheckRoot(XElement root)
    {
        string type = root.ValueOf("type");
        if (Kinds.All(kind => kind.Type != type))
        {
            yield return new Finding(
                SolutionSource.ManifestPath,
                $"RootComponent type {type} is not one that this solution may list",
                "Remove it: custom APIs and environment variables are no root components");
        }

        if (root.ValueOf("behavior") is not ("0" or "1" or "2"))
        {
            yield return new Finding(
                SolutionSource.ManifestPath,
                $"RootComponent {KeyOf(root)} has behavior '{root.ValueOf("behavior")}'",
                "Write 0, or 2 for a table of another publisher");
        }
    }

    private static string KeyOf(XElement root) =>
        root.ValueOf("id").Length > 0 ? Id(root.ValueOf("id")) : root.ValueOf("schemaName").ToLowerInvariant();

    private static string Id(string text) => text.Trim('{', '}').ToLowerInvariant();

    private sealed record RootKind(string Type, string Section, Func<XElement, string> KeyOf);
}
