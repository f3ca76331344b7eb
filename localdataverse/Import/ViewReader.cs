using System;
using System.Linq;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>Reads views and charts of the package's tables.</summary>
internal static class ViewReader
{
    public static void Read(PackageReading reading)
    {
        foreach (TableDefinition table in reading.Tables)
        {
            XElement[] views = [.. table.Xml.Element("SavedQueries")?.Elements("savedqueries")
                .Elements("savedquery").Where(xml => (string?)xml.Attribute("unmodified") != "1") ?? []];
            foreach (XElement xml in views)
            {
                ReadView(reading, table, xml);
            }

            foreach (XElement xml in table.Xml.Section("Visualizations", "visualization"))
            {
                ReadChart(reading, table, xml);
            }
        }
    }

    private static void ReadView(PackageReading reading, TableDefinition table, XElement xml)
    {
        Guid id = xml.RequiredId("savedqueryid");
        string title = Labels.First(xml.Element("LocalizedNames")) ?? id.ToString();
        string fetch = Inner(xml, "fetchxml");
        string? entity = (string?)xml.Element("fetchxml")?.Element("fetch")?.Element("entity")?.Attribute("name");
        if (entity is not null && entity != table.LogicalName)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: the view '{title}' stands under '{table.LogicalName}', but its fetch reads "
                + $"'{entity}'.");
        }

        reading.Views.AddRange(xml.Element("fetchxml")?.Elements("fetch") ?? []);
        reading.AddPart("SavedQuery", id.ToString(), xml, table.LogicalName);
        reading.Applied("view", $"{table.LogicalName}: {title}");
        reading.AddRow("savedquery", id,
            new("name", title),
            new("returnedtypecode", table.LogicalName),
            new("fetchxml", fetch),
            new("layoutxml", Inner(xml, "layoutxml")),
            new("querytype", xml.Int("querytype") ?? 0),
            new("isdefault", xml.Flag("isdefault")),
            new("isquickfindquery", xml.Flag("isquickfindquery")),
            new("isprivate", xml.Flag("isprivate")),
            new("description", Labels.First(xml.Element("Descriptions"))));
    }

    private static void ReadChart(PackageReading reading, TableDefinition table, XElement xml)
    {
        Guid id = xml.RequiredId("savedqueryvisualizationid");
        string title = Labels.First(xml.Element("LocalizedNames")) ?? id.ToString();
        reading.Keep("chart", $"{table.LogicalName}: {title}", "charts are not drawn here", xml, table.LogicalName);
        reading.AddRow("savedqueryvisualization", id,
            new("name", title),
            new("primaryentitytypecode", table.LogicalName),
            new("datadescription", Inner(xml, "datadescription")),
            new("presentationdescription", Inner(xml, "presentationdescription")),
            new("isdefault", xml.Flag("isdefault")));
    }

    /// <summary>The XML inside an element as text; exports write it as elements, older ones as escaped text.</summary>
    private static string Inner(XElement xml, string element)
    {
        XElement? outer = xml.Element(element);
        if (outer is null)
        {
            return string.Empty;
        }

        return outer.Elements().FirstOrDefault()?.ToString(SaveOptions.DisableFormatting) ?? outer.Value;
    }
}
