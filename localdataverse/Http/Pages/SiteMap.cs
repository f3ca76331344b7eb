using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Pages;

/// <summary>The areas of the imported apps; without an app, the tables that imported solutions brought.</summary>
internal static class SiteMap
{
    public static IReadOnlyList<SiteMapGroup> Of(PageCall call)
    {
        List<SiteMapGroup> groups = [];
        foreach (XElement group in call.Dataverse.SolutionParts
            .Where(part => part.Kind == "SiteMap" && part.Definition is not null)
            .SelectMany(part => part.Definition!.Descendants("Group")))
        {
            Table[] tables = group.Elements("SubArea")
                .Select(area => (string?)area.Attribute("Entity"))
                .OfType<string>()
                .Select(call.Dataverse.Tables.Find)
                .OfType<Table>()
                .ToArray();
            groups.Add(new SiteMapGroup(TitleOf(group, call), tables));
        }

        if (groups.Count > 0) return groups;
        TableCatalog catalog = call.Dataverse.Tables;
        Table[] own = catalog.Tables.Where(table => table is { IsCustom: true, IsIntersect: false }).ToArray();
        Table[] shown = own.Length > 0 ? own : [catalog.Get("account"), catalog.Get("contact")];
        return [new SiteMapGroup(call.Words["Tables"], shown)];
    }

    private static string TitleOf(XElement group, PageCall call)
    {
        LocalizedText titles = new(group.Elements("Titles").Elements("Title").Select(title =>
            KeyValuePair.Create(
                (int?)title.Attribute("LCID") ?? LocalizedText.English, (string?)title.Attribute("Title") ?? "")));
        return call.Label(titles, (string?)group.Attribute("Id") ?? "");
    }
}
