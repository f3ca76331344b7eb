using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Relationships: <c>Other/Relationships.xml</c> lists the names in order, <c>Other/Relationships/*.xml</c> define
/// them.
/// A name without definition would become an empty element, a definition without name would vanish.
/// </summary>
internal static class RelationshipPacker
{
    public const string List = "Other/Relationships.xml";

    private const string Folder = "Other/Relationships";

    public static void Fill(PackRun run, XElement section)
    {
        var definitions = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (XElement file in run.TakeFolder(Folder))
        {
            AddDefinitions(run, file, definitions);
        }

        if (!run.Source.Contains(List))
        {
            if (definitions.Count > 0)
            {
                run.Report(List, "is missing", "List the name of every relationship in it");
            }

            return;
        }

        foreach (string name in run.Take(List).Elements().Select(item => item.ValueOf("Name")))
        {
            if (definitions.Remove(name, out XElement? definition))
            {
                section.Add(definition);
            }
            else
            {
                run.Report(List, $"lists {name}, which no file of {Folder} defines", "Define it, or remove the line");
            }
        }

        foreach ((string name, XElement definition) in definitions)
        {
            run.Report(SourceFile.Of(definition), $"defines {name}, which is not listed", $"Add it to {List}");
        }
    }

    /// <summary>A 1:N stands in the file of its parent table, an N:N in the file of its first table.</summary>
    private static void AddDefinitions(PackRun run, XElement file, Dictionary<string, XElement> definitions)
    {
        string path = SourceFile.Of(file);
        foreach (XElement element in file.Elements())
        {
            var definition = new XElement(element);
            definition.AddAnnotation(new SourceFile(path));
            string name = definition.ValueOf("Name");
            if (!definitions.TryAdd(name, definition))
            {
                run.Report(path, $"defines {name} a second time", "Remove one of the two");
            }

            string table = definition.TextOf("ReferencedEntityName") is { Length: > 0 } parent
                ? parent
                : definition.TextOf("FirstEntityName");
            if (path != $"{Folder}/{table}.xml")
            {
                run.Report(path, $"defines {name} of table {table}", $"Move it to {Folder}/{table}.xml");
            }
        }
    }
}
