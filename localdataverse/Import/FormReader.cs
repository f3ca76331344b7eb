using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads forms and dashboards into rows of systemform.</summary>
internal static class FormReader
{
    private static readonly Dictionary<string, int> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dashboard"] = 0,
        ["main"] = 2,
        ["mobile"] = 5,
        ["quick"] = 6,
        ["quickCreate"] = 7,
        ["dialog"] = 8,
        ["taskFlow"] = 9,
        ["card"] = 11,
        ["mainInteractionCentric"] = 12,
    };

    public static void Read(PackageReading reading)
    {
        foreach (TableDefinition table in reading.Tables)
        {
            foreach (XElement group in table.Xml.Section("FormXml", "forms"))
            {
                ReadGroup(reading, table, group);
            }
        }

        foreach (XElement xml in reading.Customizations.Section("Dashboards", "Dashboard"))
        {
            ReadDashboard(reading, xml);
        }
    }

    private static void ReadGroup(PackageReading reading, TableDefinition table, XElement group)
    {
        string name = group.RequiredAttribute("type");
        if (!Types.TryGetValue(name, out int type))
        {
            throw PartXml.Invalid(group, "type", name, $"one of {string.Join(", ", Types.Keys)}");
        }

        foreach (XElement xml in group.Elements("systemform"))
        {
            XElement form = xml.Element("form")
                ?? throw PartXml.Invalid(xml, "form", string.Empty, "one form element");
            Guid id = xml.RequiredId("formid");
            string title = Labels.First(xml.Element("LocalizedNames")) ?? id.ToString();
            reading.AddPart("SystemForm", id.ToString(), xml, table.LogicalName);
            if (IsDifference(form))
            {
                reading.Kept("form", $"{table.LogicalName}: {title}",
                    "it changes another publisher's form (solutionaction); such differences are not merged");
            }
            else
            {
                reading.Applied("form", $"{table.LogicalName}: {title}");
            }

            reading.AddRow("systemform", id,
                new("name", title),
                new("objecttypecode", table.LogicalName),
                new("type", new OptionSetValue(type)),
                new("formxml", form.ToString(SaveOptions.DisableFormatting)),
                new("formactivationstate", new OptionSetValue(xml.Int("FormActivationState") ?? 1)),
                new("formpresentation", new OptionSetValue(xml.Int("FormPresentation") ?? 0)),
                new("isdefault", false),
                new("description", Labels.First(xml.Element("Descriptions"))));
        }
    }

    private static bool IsDifference(XElement form) =>
        form.DescendantsAndSelf().Any(element => element.Attribute("solutionaction") is not null);

    private static void ReadDashboard(PackageReading reading, XElement xml)
    {
        Guid id = xml.RequiredId("FormId");
        string title = Labels.First(xml.Element("LocalizedNames")) ?? id.ToString();
        XElement form = xml.Element("FormXml")?.Element("forms")?.Element("form")
            ?? throw PartXml.Invalid(xml, "FormXml", string.Empty, "forms with one form element");
        reading.Define(ComponentType.Form, null, id, xml);
        reading.Keep("dashboard", title, "dashboards are not shown here", xml);
        reading.AddRow("systemform", id,
            new("name", title),
            new("objecttypecode", "none"),
            new("type", new OptionSetValue(Types["dashboard"])),
            new("formxml", form.ToString(SaveOptions.DisableFormatting)),
            new("formactivationstate", new OptionSetValue(1)),
            new("isdefault", xml.Flag("IsDefault")),
            new("description", Labels.First(xml.Element("Descriptions"))));
    }
}
