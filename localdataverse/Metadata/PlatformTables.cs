using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Dataverse.Local.Metadata;

/// <summary>Reads the platform's own tables out of the embedded files (format: README.md beside them).</summary>
internal static class PlatformTables
{
    private const string Folder = "platform/";

    public static void AddTo(TableCatalog catalog)
    {
        Assembly assembly = typeof(PlatformTables).Assembly;
        List<TableDescriptionReader> readers = new();
        foreach (string name in assembly.GetManifestResourceNames().Where(IsDescription).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            foreach (XElement element in XElement.Load(stream).Elements("table"))
            {
                TableDescriptionReader reader = new(element);
                catalog.AddDescribed(reader.ReadTable(), reader.ReadColumns(), reader.VersionOnly);
                readers.Add(reader);
            }
        }

        catalog.AddRelationships(readers.SelectMany(r => r.ReadRelationships(catalog)));
    }

    private static bool IsDescription(string name) => name.StartsWith(Folder, StringComparison.Ordinal);
}
