using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads custom APIs: the folder customapis, one file an API, a parameter and a response property.</summary>
internal static class CustomApiReader
{
    private const string Folder = "customapis/";

    public static void Read(PackageReading reading)
    {
        string[] files = [.. reading.Zip.Names.Where(IsApiFile).Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            XElement xml = reading.TakeXml(file);
            string folder = file[..^"customapi.xml".Length];
            Guid id = NameId.Of("customapi", xml.RequiredAttribute("uniquename"));
            CustomApi api = ReadApi(reading, xml, folder, id);
            reading.CustomApis.Add(api);
            reading.Applied("custom API", api.UniqueName);
            AddRow(reading, api, xml);
            if (!xml.Flag("iscustomizable", absent: true))
            {
                reading.Locked.Add(api.Id);
            }
        }
    }

    private static bool IsApiFile(string name) =>
        name.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
        && name.Split('/') is [_, _, "customapi.xml"];

    private static CustomApi ReadApi(PackageReading reading, XElement xml, string folder, Guid id)
    {
        CustomApi api = new()
        {
            Id = id,
            UniqueName = xml.RequiredAttribute("uniquename"),
            PluginType = PluginTypeOf(reading, xml)?.FullName,
            BindingType = xml.Int("bindingtype") ?? 0,
            BoundTable = xml.Text("boundentitylogicalname"),
            IsFunction = xml.Flag("isfunction"),
            IsPrivate = xml.Flag("isprivate"),
            AllowedStepType = xml.Int("allowedcustomprocessingsteptype") ?? 0,
            ExecutePrivilege = xml.Text("executeprivilegename"),
            Parameters = ReadParameters(reading, folder, "customapirequestparameter", id),
            Results = ReadParameters(reading, folder, "customapiresponseproperty", id),
            Solution = reading.Manifest.UniqueName,
        };
        RefuseInvalid(api, xml);
        return api;
    }

    private static void RefuseInvalid(CustomApi api, XElement xml)
    {
        string? problem = api.BindingType is < 0 or > 2 ? $"bindingtype is {api.BindingType}; 0, 1 or 2 is expected"
            : api.BindingType != 0 && api.BoundTable is null ? "a bound API needs a boundentitylogicalname"
            : api.IsFunction && api.Results.Count == 0 ? "a function needs a response property"
            : null;
        if (problem is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: custom API '{api.UniqueName}': {problem}.");
        }
    }

    private static PluginTypeDefinition? PluginTypeOf(PackageReading reading, XElement xml)
    {
        XElement? reference = xml.Element("plugintypeid");
        string? text = reference?.Text("plugintypeid") ?? reference?.Text("plugintypeexportkey");
        if (text is null)
        {
            return null;
        }

        PluginTypeDefinition? type = Guid.TryParse(text, out Guid id)
            ? reading.Assemblies.SelectMany(assembly => assembly.Types).FirstOrDefault(type => type.Id == id)
            : null;
        return type ?? throw ImportFault.Because(ImportErrorCodes.Generic,
            $"{xml.Place()}: lookup value {text} of plugintypeid is not resolvable: no plug-in type of the package "
            + "has this id. Use the PluginTypeId of the assembly's .dll.data.xml.");
    }

    private static CustomApiParameter[] ReadParameters(PackageReading reading, string folder, string kind, Guid api)
    {
        string plural = kind.EndsWith('y') ? kind[..^1] + "ies" : kind + "s";
        string[] files = [.. reading.Zip.Names
            .Where(name => name.StartsWith(folder + plural + "/", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith("/" + kind + ".xml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        List<CustomApiParameter> parameters = [];
        foreach (string file in files)
        {
            XElement xml = reading.TakeXml(file);
            parameters.Add(ReadParameter(xml, kind));
            AddParameterRow(reading, xml, kind, api);
        }

        return [.. parameters];
    }

    private static CustomApiParameter ReadParameter(XElement xml, string kind)
    {
        bool isResult = kind == "customapiresponseproperty";
        if (isResult && xml.Element("isoptional") is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: a response property must not have <isoptional>. Remove the element.");
        }

        int number = xml.Int("type") ?? throw PartXml.Invalid(xml, "type", string.Empty, "0 to 12");
        CustomApiParameterType type = (CustomApiParameterType)number;
        return new CustomApiParameter
        {
            UniqueName = xml.RequiredAttribute("uniquename"),
            Type = Enum.IsDefined(type) ? type : throw PartXml.Invalid(xml, "type", xml.Required("type"), "0 to 12"),
            IsOptional = xml.Flag("isoptional"),
            Table = xml.Text("logicalentityname"),
        };
    }

    private static void AddRow(PackageReading reading, CustomApi api, XElement xml)
    {
        PluginTypeDefinition? type = PluginTypeOf(reading, xml);
        reading.AddRow("customapi", api.Id,
            new("uniquename", api.UniqueName),
            new("name", xml.Text("name") ?? api.UniqueName),
            new("displayname", Default(xml, "displayname")),
            new("description", Default(xml, "description")),
            new("bindingtype", new OptionSetValue(api.BindingType)),
            new("boundentitylogicalname", api.BoundTable),
            new("isfunction", api.IsFunction),
            new("isprivate", api.IsPrivate),
            new("allowedcustomprocessingsteptype", new OptionSetValue(api.AllowedStepType)),
            new("executeprivilegename", api.ExecutePrivilege),
            new("workflowsdkstepenabled", xml.Flag("workflowsdkstepenabled")),
            new("plugintypeid", type is null ? null : new EntityReference("plugintype", type.Id)));
    }

    private static void AddParameterRow(PackageReading reading, XElement xml, string kind, Guid api)
    {
        string name = xml.RequiredAttribute("uniquename");
        reading.AddRow(kind, NameId.Of(kind, api.ToString("N") + "|" + name),
            new("uniquename", name),
            new("name", xml.Text("name") ?? name),
            new("displayname", Default(xml, "displayname")),
            new("description", Default(xml, "description")),
            new("type", new OptionSetValue(xml.Int("type") ?? 0)),
            new("isoptional", kind == "customapirequestparameter" ? xml.Flag("isoptional") : null),
            new("logicalentityname", xml.Text("logicalentityname")),
            new("customapiid", new EntityReference("customapi", api)));
    }

    private static string? Default(XElement xml, string element) =>
        (string?)xml.Element(element)?.Attribute("default") ?? Labels.First(xml.Element(element));
}
