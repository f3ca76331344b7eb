using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// The one way in which solution XML is written: UTF-8 without BOM, two blanks, line feeds, so that files in git and
/// parts in the zip are the same on every machine.
/// </summary>
internal static class SolutionXml
{
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Custom APIs and environment variables carry no declaration, everything else does.</summary>
    public static byte[] Write(XElement root, bool declaration = true)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
            OmitXmlDeclaration = !declaration,
        };
        using var stream = new MemoryStream();
        using (XmlWriter writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Text of a child, trimmed; empty when the child is missing.</summary>
    public static string TextOf(this XElement? element, string child) => element?.Element(child)?.Value.Trim() ?? "";

    /// <summary>Value of an attribute; empty when it is missing.</summary>
    public static string ValueOf(this XElement? element, string attribute) =>
        element?.Attribute(attribute)?.Value ?? "";
}
