using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Tables with what belongs to them. An empty element in <c>Entity.xml</c> is the place for the files of a folder;
/// without it they would be dropped silently.
/// </summary>
internal static class TablePacker
{
    public static void Fill(PackRun run, XElement section)
    {
        foreach (string folder in run.Source.Under("Entities").Select(path => path.Split('/')[1]).Distinct().ToList())
        {
            string path = $"Entities/{folder}/Entity.xml";
            if (run.Source.Contains(path))
            {
                section.Add(PackTable(run, folder, path));
            }
            else
            {
                run.Report($"Entities/{folder}", "has no Entity.xml", "Add it, or remove the folder");
                run.Source.Under($"Entities/{folder}").ToList().ForEach(run.Skip);
            }
        }
    }

    private static XElement PackTable(PackRun run, string folder, string path)
    {
        XElement table = run.Take(path);
        CheckNames(run, table, folder, path);
        string root = $"Entities/{folder}";
        Put(run, table, "FormXml", PackForms(run, $"{root}/FormXml"));
        Put(run, table, "SavedQueries", PackViews(run, $"{root}/SavedQueries"));
        Put(run, table, "Visualizations", [.. run.TakeFolder($"{root}/Visualizations")]);
        FillRibbon(run, table, $"Entities/{folder}/RibbonDiff.xml");
        foreach (string formula in run.Source.Under($"Entities/{folder}/Formulas").ToList())
        {
            run.Parts[formula[$"Entities/{folder}/".Length..]] = run.TakeBytes(formula);
        }

        return table;
    }

    private static void CheckNames(PackRun run, XElement table, string folder, string path)
    {
        string name = table.TextOf("Name");
        string inner = table.Element("EntityInfo")?.Element("entity").ValueOf("Name") ?? name;
        if (name != folder || inner != folder)
        {
            run.Report(path, $"calls the table {name} and {inner}",
                $"Write {folder} in <Name> and entity/@Name, as the folder");
        }
    }

    /// <summary>The folder below FormXml says the type of its forms.</summary>
    private static List<XElement> PackForms(PackRun run, string folder) =>
        [.. run.Source.Under(folder).Select(path => path.Split('/')).Where(parts => parts.Length == 5)
            .Select(parts => parts[3]).Distinct().ToList()
            .Select(type => new XElement("forms",
                new XAttribute("type", type),
                run.TakeFolder($"{folder}/{type}").SelectMany(Inner)))];

    private static List<XElement> PackViews(PackRun run, string folder)
    {
        List<XElement> views = [.. run.TakeFolder(folder).SelectMany(Inner)];
        return views.Count == 0 ? [] : [new XElement("savedqueries", views)];
    }

    private static void Put(PackRun run, XElement table, string place, List<XElement> content)
    {
        if (table.Element(place) is { } element)
        {
            element.ReplaceNodes(content);
        }
        else if (content.Count > 0)
        {
            run.Report(
                SourceFile.Of(table), $"lacks <{place} />, so the files of that folder would be dropped",
                "Add the empty element");
        }
    }

    private static void FillRibbon(PackRun run, XElement table, string path)
    {
        if (!run.Source.Contains(path))
        {
            return;
        }

        XElement ribbon = run.Take(path);
        if (table.Element("RibbonDiffXml") is { } place)
        {
            place.ReplaceWith(ribbon);
        }
        else
        {
            run.Report(path, "has no place in Entity.xml", "Add the empty element <RibbonDiffXml />");
        }
    }

    /// <summary>The components in a file, each marked with the file.</summary>
    private static IEnumerable<XElement> Inner(XElement file)
    {
        foreach (XElement element in file.Elements())
        {
            var component = new XElement(element);
            component.AddAnnotation(new SourceFile(SourceFile.Of(file)));
            yield return component;
        }
    }
}
