using System.IO;
using System.Xml;

namespace Dataverse.Local.Pipeline;

/// <summary>The table of a FetchXML query, without reading the whole query.</summary>
internal static class FetchTable
{
    /// <summary>Empty when the text is no FetchXML: the handler says what is wrong with it.</summary>
    public static string Of(string? fetchXml)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(fetchXml ?? ""));
            return reader.ReadToFollowing("entity") ? reader.GetAttribute("name") ?? "" : "";
        }
        catch (XmlException)
        {
            return "";
        }
    }
}
