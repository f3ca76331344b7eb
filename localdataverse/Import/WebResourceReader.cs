using System;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads web resources with their content.</summary>
internal static partial class WebResourceReader
{
    public static void Read(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("WebResources", "WebResource"))
        {
            string name = xml.Required("Name");
            RefuseName(reading, name, xml);
            int type = xml.Int("WebResourceType") ?? 0;
            if (type is < 1 or > 12)
            {
                throw ImportFault.Because(ImportErrorCodes.WebResourceType,
                    $"{xml.Place()}: web resource '{name}' has type {type}; 1 to 12 are allowed.");
            }

            byte[] content = Content(reading, name, xml);
            Guid id = xml.RequiredId("WebResourceId");
            reading.Define(ComponentType.WebResource, name, id, xml);
            reading.AddPart("WebResource", name, xml, content: content);
            reading.Applied("web resource", name);
            if (!xml.Flag("IsCustomizable", absent: true))
            {
                reading.Locked.Add(id);
            }

            reading.AddRow("webresource", id,
                new("name", name),
                new("displayname", xml.Text("DisplayName")),
                new("description", xml.Text("Description")),
                new("webresourcetype", new OptionSetValue(type)),
                new("languagecode", xml.Int("LanguageCode") is int language and not 0 ? language : null),
                new("dependencyxml", xml.Text("DependencyXml")),
                new("content", Convert.ToBase64String(content)));
        }
    }

    private static void RefuseName(PackageReading reading, string name, XElement xml)
    {
        if (!NamePattern().IsMatch(name) || name.Contains("//", StringComparison.Ordinal))
        {
            throw ImportFault.Because(ImportErrorCodes.WebResourceCharacters,
                $"{xml.Place()}: web resource names may only include letters, numbers, periods, hyphens, underscores "
                + $"and nonconsecutive forward slash characters; '{name}' does not.");
        }

        if (!PrefixPattern().IsMatch(name))
        {
            throw ImportFault.Because(ImportErrorCodes.WebResourcePrefix,
                $"{xml.Place()}: web resource names must begin with a publisher's prefix and an underscore, such as "
                + $"'{reading.Manifest.Prefix}_'; '{name}' does not.");
        }
    }

    private static byte[] Content(PackageReading reading, string name, XElement xml)
    {
        string? file = xml.Text("FileName");
        byte[]? content = file is null ? null : reading.TakePart(file);
        return content ?? throw ImportFault.Because(ImportErrorCodes.WebResourceFileMissing,
            $"{xml.Place()}: the content '{file}' of web resource '{name}' is not in the package, or "
            + "[Content_Types].xml has no entry for it. Pack the solution again.");
    }

    [GeneratedRegex("^[A-Za-z0-9_./-]+$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*_")]
    private static partial Regex PrefixPattern();
}
