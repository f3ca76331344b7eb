using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>The manifest's list and the definitions agree, both ways, and what the manifest requires is here.</summary>
internal static class RootComponentChecks
{
    /// <summary>
    /// Numbers from here on are tables of the source environment: they mean something else in every target.
    /// </summary>
    private const int FirstTableNumber = 10_000;

    private static readonly HashSet<int> NeedRoot =
    [
        ComponentType.Table, ComponentType.Choice, ComponentType.Role, ComponentType.Workflow, ComponentType.Form,
        ComponentType.WebResource, ComponentType.SiteMap, ComponentType.FieldSecurityProfile, ComponentType.App,
        ComponentType.PluginAssembly, ComponentType.Step,
    ];

    public static void Check(PackageReading reading, TableCatalog catalog)
    {
        CheckDependencies(reading, catalog);
        foreach (RootComponent root in reading.Manifest.RootComponents)
        {
            CheckRoot(reading, root, catalog);
        }

        foreach (RootComponent defined in reading.Defined.Where(defined => NeedRoot.Contains(defined.Type)))
        {
            if (!reading.Manifest.RootComponents.Any(root => IsSame(root, defined)))
            {
                throw ImportFault.Because(ImportErrorCodes.MissingRootComponentEntry,
                    $"{defined.Place}: '{defined.Named}' of type {defined.Type} is not declared as root component. "
                    + "Add a RootComponent to solution.xml.");
            }
        }
    }

    private static void CheckRoot(PackageReading reading, RootComponent root, TableCatalog catalog)
    {
        if (root.Type >= FirstTableNumber)
        {
            throw ImportFault.Because(ImportErrorCodes.MissingComponent,
                $"{root.Place}: component type {root.Type} is the number of a table in the source environment. "
                + "Custom APIs and environment variables must not be root components; remove the entry.");
        }

        bool isHere = !NeedRoot.Contains(root.Type)
            || reading.Defined.Any(defined => IsSame(root, defined))
            || (root.Type == ComponentType.Table && catalog.Find(root.Named.ToLowerInvariant()) is not null)
            || (root.Type == ComponentType.Choice
                && catalog.FindGlobalChoice(root.Named.ToLowerInvariant()) is not null);
        if (!isHere)
        {
            throw ImportFault.Because(ImportErrorCodes.MissingComponent,
                $"{root.Place}: cannot add a Root Component {root.Named} of type {root.Type} because it is not in "
                + "the target system. Its definition is missing in customizations.xml: a section that is left out "
                + "there drops its components.");
        }
    }

    private static bool IsSame(RootComponent root, RootComponent defined) =>
        root.Type == defined.Type
        && ((root.Id is not null && root.Id == defined.Id)
            || (root.SchemaName is not null
                && string.Equals(root.SchemaName, defined.SchemaName, StringComparison.OrdinalIgnoreCase)));

    private static void CheckDependencies(PackageReading reading, TableCatalog catalog)
    {
        string[] missing = [.. reading.Manifest.Required.Where(required => !IsHere(required, catalog)).Select(Name)];
        if (missing.Length > 0)
        {
            throw ImportFault.Because(ImportErrorCodes.MissingDependencies,
                "solution.xml: some dependencies are missing: " + string.Join("; ", missing)
                + ". Import the solutions that hold them first; tables of Microsoft must be described in the local "
                + "Dataverse.");
        }
    }

    private static bool IsHere(XElement required, TableCatalog catalog)
    {
        string name = ((string?)required.Attribute("schemaName") ?? string.Empty).ToLowerInvariant();
        string parent = ((string?)required.Attribute("parentSchemaName") ?? string.Empty).ToLowerInvariant();
        return (string?)required.Attribute("type") switch
        {
            "1" => catalog.Find(name) is not null,
            "2" => catalog.Find(parent)?.Find(name) is not null,
            "9" => catalog.FindGlobalChoice(name) is not null,
            "10" => catalog.FindRelationship(name) is not null,

            // Forms, views, apps of Microsoft are not in a local environment; nothing here depends on them.
            _ => true,
        };
    }

    private static string Name(XElement required) =>
        $"{(string?)required.Attribute("displayName")} (type {(string?)required.Attribute("type")}, "
        + $"{(string?)required.Attribute("schemaName")}) of solution {(string?)required.Attribute("solution")}";
}
