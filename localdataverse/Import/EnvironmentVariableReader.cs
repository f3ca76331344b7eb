using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads environment variables: definition with default, and a value where one is shipped.</summary>
internal static class EnvironmentVariableReader
{
    private const string Folder = "environmentvariabledefinitions/";
    private const string Definition = "/environmentvariabledefinition.xml";
    private const string Values = "environmentvariablevalues.json";

    public static void Read(PackageReading reading)
    {
        string[] files = [.. reading.Zip.Names
            .Where(name => name.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(Definition, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            XElement xml = reading.TakeXml(file);
            string name = xml.RequiredAttribute("schemaname");
            int type = xml.Int("type") ?? 0;
            if (type is < 100000000 or > 100000005)
            {
                throw PartXml.Invalid(xml, "type", xml.Text("type") ?? string.Empty, "100000000 to 100000005");
            }

            Guid id = NameId.Of("environmentvariabledefinition", name);
            reading.AddPart("EnvironmentVariable", name, xml);
            reading.Applied("environment variable", name);
            reading.AddRow("environmentvariabledefinition", id,
                new("schemaname", name),
                new("displayname", (string?)xml.Element("displayname")?.Attribute("default")),
                new("description", (string?)xml.Element("description")?.Attribute("default")),
                new("defaultvalue", xml.Text("defaultvalue")),
                new("type", new OptionSetValue(type)),
                new("isrequired", xml.Flag("isrequired")));
            ReadValue(reading, file[..^(Definition.Length - 1)] + Values, id, name);
        }
    }

    private static void ReadValue(PackageReading reading, string file, Guid definition, string name)
    {
        byte[]? json = reading.TakePart(file);
        if (json is null)
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(json).TrimStart('\uFEFF'));
            JsonElement value = document.RootElement.GetProperty("environmentvariablevalues")
                .GetProperty("environmentvariablevalue");
            reading.AddRow("environmentvariablevalue", Guid.Parse(
                    value.GetProperty("@environmentvariablevalueid").GetString() ?? string.Empty),
                new("schemaname", name),
                new("value", value.GetProperty("value").GetString()),
                new("environmentvariabledefinitionid",
                    new EntityReference("environmentvariabledefinition", definition)));
            reading.Applied("environment variable value", name);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException
            or System.Collections.Generic.KeyNotFoundException or InvalidOperationException)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{file}: is not a value of the environment variable '{name}': {malformed.Message}", malformed);
        }
    }
}
