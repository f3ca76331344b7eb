using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// Reads apps, site maps, workflows, field security, mappings, ribbons, and keeps the XML of every section that has
/// no reader of its own, so that nothing of a package is dropped silently.
/// </summary>
internal static class OtherSectionsReader
{
    private static readonly HashSet<string> ReadElsewhere = new(StringComparer.Ordinal)
    {
        "Entities", "Roles", "EntityRelationships", "optionsets", "Dashboards", "WebResources",
        "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "Languages",
        "Workflows", "FieldSecurityProfiles", "AppModuleSiteMaps", "AppModules",
    };

    public static void Read(PackageReading reading)
    {
        ReadApps(reading);
        ReadWorkflows(reading);
        ReadFieldSecurity(reading);
        ReadRibbons(reading);
        foreach (XElement section in reading.Customizations.Elements()
            .Where(section => !ReadElsewhere.Contains(section.Name.LocalName)))
        {
            int number = 0;
            foreach (XElement xml in section.Elements())
            {
                reading.Keep(section.Name.LocalName, $"{xml.Name.LocalName} {++number}",
                    $"<{section.Name.LocalName}> has no effect here", xml);
            }
        }

        foreach (string part in reading.UnusedParts.ToArray())
        {
            reading.TakePart(part);
            reading.Kept("file", part, "no component of the package names it");
        }

        foreach (string part in reading.Zip.WithoutContentType)
        {
            reading.Kept("file", part, "[Content_Types].xml has no entry for it: the platform does not see it");
        }
    }

    private static void ReadApps(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("AppModuleSiteMaps", "AppModuleSiteMap"))
        {
            string name = xml.Required("SiteMapUniqueName");
            reading.Define(ComponentType.SiteMap, name, null, xml);
            reading.AddPart("SiteMap", name, xml);
            reading.Applied("site map", name);
            reading.AddRow("sitemap", NameId.Of("sitemap", name),
                new("sitemapname", Labels.First(xml.Element("LocalizedNames")) ?? name),
                new("sitemapnameunique", name),
                new("sitemapxml", xml.Element("SiteMap")?.ToString(SaveOptions.DisableFormatting)));
        }

        foreach (XElement xml in reading.Customizations.Section("AppModules", "AppModule"))
        {
            string name = xml.Required("UniqueName");
            reading.Define(ComponentType.App, name, null, xml);
            reading.AddPart("AppModule", name, xml);
            reading.Applied("app", name);
            reading.AddRow("appmodule", NameId.Of("appmodule", name),
                new("uniquename", name),
                new("name", Labels.First(xml.Element("LocalizedNames")) ?? name),
                new("description", Labels.First(xml.Element("Descriptions"))),
                new("clienttype", xml.Int("ClientType")));
        }
    }

    private static void ReadWorkflows(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("Workflows", "Workflow"))
        {
            Guid id = xml.RequiredIdAttribute("WorkflowId");
            string name = xml.RequiredAttribute("Name");
            string? file = xml.Text("XamlFileName") ?? xml.Text("JsonFileName");
            byte[] content = (file is null ? null : reading.TakePart(file)) ?? throw ImportFault.Because(
                ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: the file '{file}' of workflow '{name}' is not in the package.");
            reading.Define(ComponentType.Workflow, null, id, xml);
            reading.Keep("workflow", name, "classic workflows are stored, not run", xml);
            reading.AddRow("workflow", id,
                new("name", name),
                new("category", new OptionSetValue(xml.Int("Category") ?? 0)),
                new("mode", new OptionSetValue(xml.Int("Mode") ?? 0)),
                new("type", new OptionSetValue(xml.Int("Type") ?? 1)),
                new("primaryentity", xml.Text("PrimaryEntity")?.ToLowerInvariant()),
                new("ondemand", xml.Flag("OnDemand")),
                new("subprocess", xml.Flag("Subprocess")),
                new("asyncautodelete", xml.Flag("AsyncAutodelete")),
                new("triggeroncreate", xml.Flag("TriggerOnCreate")),
                new("triggerondelete", xml.Flag("TriggerOnDelete")),
                new("triggeronupdateattributelist", xml.Text("TriggerOnUpdateAttributeList")),
                new("xaml", Encoding.UTF8.GetString(content).TrimStart('\uFEFF')),
                new("statecode", new OptionSetValue(0)),
                new("statuscode", new OptionSetValue(1)));
        }
    }

    private static void ReadFieldSecurity(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("FieldSecurityProfiles", "FieldSecurityProfile"))
        {
            Guid id = xml.RequiredIdAttribute("fieldsecurityprofileid");
            string name = xml.RequiredAttribute("name");
            reading.Define(ComponentType.FieldSecurityProfile, null, id, xml);
            reading.AddPart("field security profile", name, xml);
            reading.Applied("field security profile", name);
            reading.AddRow("fieldsecurityprofile", id,
                new("name", name),
                new("description", (string?)xml.Attribute("description")));
            foreach (XElement permission in xml.Section("FieldPermissions", "FieldPermission"))
            {
                AddPermission(reading, id, permission);
            }
        }
    }

    private static void AddPermission(PackageReading reading, Guid profile, XElement xml)
    {
        string table = xml.Required("EntityName").ToLowerInvariant();
        string column = xml.Required("AttributeName").ToLowerInvariant();
        reading.AddRow("fieldpermission", NameId.Of("fieldpermission", $"{profile:N}|{table}|{column}"),
            new("fieldsecurityprofileid", new EntityReference("fieldsecurityprofile", profile)),
            new("entityname", table),
            new("attributelogicalname", column),
            new("canread", new OptionSetValue(xml.Int("CanRead") ?? 0)),
            new("canupdate", new OptionSetValue(xml.Int("CanUpdate") ?? 0)),
            new("cancreate", new OptionSetValue(xml.Int("CanCreate") ?? 0)));
    }

    private static void ReadRibbons(PackageReading reading)
    {
        foreach (TableDefinition table in reading.Tables)
        {
            XElement? ribbon = table.Xml.Element("RibbonDiffXml");
            if (ribbon?.Element("CustomActions")?.HasElements == true
                || ribbon?.Element("CommandDefinitions")?.HasElements == true)
            {
                reading.Keep("ribbon", table.LogicalName, "command bars are not built here", ribbon, table.LogicalName);
            }
        }
    }
}
