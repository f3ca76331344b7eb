using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Dataverse.Local.Query;

/// <summary>FetchXML text made safe: bounded in size and depth, without DTD, only elements and attributes that
/// FetchXML knows. Whatever is wrong comes as one fault that names the place.</summary>
internal static class FetchDocument
{
    private const int MostCharacters = 1_000_000;
    private const int MostDepth = 100;

    private static readonly string[] FetchAttributes =
    [
        "version", "mapping", "output-format", "distinct", "aggregate", "count", "page", "paging-cookie", "top",
        "returntotalrecordcount", "utc-offset", "no-lock", "latematerialize", "useraworderby", "aggregatelimit",
        "min-active-row-version", "options", "datasource", "userqueryid", "savedqueryid",
    ];

    private static readonly string[] LinkAttributes =
    [
        "name", "from", "to", "alias", "link-type", "intersect", "visible", "enableprefiltering",
        "prefilterparametername",
    ];

    private static readonly string[] ConditionAttributes =
    [
        "attribute", "operator", "value", "valueof", "entityname", "alias", "column", "aggregate", "rowaggregate",
        "uiname", "uitype", "uihidden",
    ];

    private static readonly string[] FilterAttributes =
    [
        "type", "hint", "isquickfindfields", "overridequickfindrecordlimitenabled",
        "overridequickfindrecordlimitdisabled",
    ];

    public static XElement Parse(string? fetchXml)
    {
        if (string.IsNullOrWhiteSpace(fetchXml)) throw QueryFault.MissingQuery();
        XElement fetch = Load(fetchXml);
        if (fetch.Name != "fetch") throw QueryFault.MalformedFetch($"The root element is '{fetch.Name}', not 'fetch'.");
        foreach (XElement element in fetch.DescendantsAndSelf()) Check(element);
        return fetch;
    }

    public static string? Text(XElement element, string name) => (string?)element.Attribute(name);

    public static bool Flag(XElement element, string name) =>
        Text(element, name) is "true" or "1" or "True" or "TRUE";

    public static int? Number(XElement element, string name)
    {
        if (Text(element, name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw QueryFault.MalformedFetch(
                $"'{text}' is not a valid number for the attribute '{name}'{Place(element)}.");
    }

    public static string Place(XElement element) =>
        element is IXmlLineInfo info
            && info.HasLineInfo() ? $" (line {info.LineNumber}, position {info.LinePosition})" : "";

    private static XElement Load(string fetchXml)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true,
        };
        try
        {
            using (XmlReader depth = XmlReader.Create(new StringReader(fetchXml), settings))
            {
                while (depth.Read())
                {
                    if (depth.Depth > MostDepth)
                        throw QueryFault.MalformedFetch($"It is nested deeper than {MostDepth}.");
                }
            }

            using XmlReader reader = XmlReader.Create(new StringReader(fetchXml), settings);
            return XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException broken)
        {
            throw QueryFault.MalformedFetch(broken.Message);
        }
    }

    private static void Check(XElement element)
    {
        KeyValuePair<string[], string[]> known = Known(element.Name.LocalName) ?? throw QueryFault.MalformedFetch(
            $"The element '{element.Name}'{Place(element)} is unknown.");
        foreach (XAttribute attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || known.Key.Contains(attribute.Name.LocalName)) continue;
            throw QueryFault.MalformedFetch(
                $"The attribute '{attribute.Name}' of '{element.Name}'{Place(element)} is unknown.");
        }

        if (element.Elements().FirstOrDefault(e => !known.Value.Contains(e.Name.LocalName)) is { } stranger)
        {
            throw QueryFault.MalformedFetch(
                $"'{stranger.Name}'{Place(stranger)} cannot stand inside '{element.Name}'.");
        }
    }

    private static KeyValuePair<string[], string[]>? Known(string element) => element switch
    {
        "fetch" => new(FetchAttributes, ["entity", "order"]),
        "entity" => new(["name", "enableprefiltering", "prefilterparametername"],
            ["attribute", "all-attributes", "order", "filter", "link-entity", "no-attrs"]),
        "link-entity" =>
            new(LinkAttributes, ["attribute", "all-attributes", "order", "filter", "link-entity", "no-attrs"]),
        "attribute" => new(
            ["name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "usertimezone", "rowaggregate",
                "build",
                "addedby"],
            []),
        "all-attributes" or "no-attrs" => new([], []),
        "order" => new(["attribute", "alias", "descending", "entityname"], []),
        "filter" => new(FilterAttributes, ["condition", "filter", "link-entity"]),
        "condition" => new(ConditionAttributes, ["value"]),
        "value" => new(["uiname", "uitype"], []),
        _ => null,
    };
}
