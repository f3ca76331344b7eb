using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>Reads the XML of a package: no DTD, no external entity, and every complaint says file and line.</summary>
internal static class PartXml
{
    /// <summary>Forms, the deepest files, have about 20 levels.</summary>
    private const int DeepestElement = 200;

    public static XElement Parse(string part, byte[] bytes)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SolutionZip.MaximumBytes,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(bytes), settings);
            XDocument document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            RefuseDeep(part, document.Root!);
            document.AddAnnotation(new PartName(part));
            return document.Root!;
        }
        catch (XmlException malformed)
        {
            throw ImportFault.Because(ImportErrorCodes.NotWellFormed,
                $"{part}: not well-formed XML, or it carries a DTD, which is not allowed: {malformed.Message}",
                malformed);
        }
    }

    /// <summary>
    /// Whoever walks a tree of elements recurses: a tree that is deeper than any real file would end the stack. So this
    /// walk does not recurse.
    /// </summary>
    private static void RefuseDeep(string part, XElement root)
    {
        int depth = 0;
        for (XElement? at = root; at is not null;)
        {
            if (depth > DeepestElement)
            {
                throw ImportFault.Because(ImportErrorCodes.NotWellFormed,
                    $"{part}: elements are nested deeper than {DeepestElement}; no component of a solution is.");
            }

            XElement? next = at.Elements().FirstOrDefault();
            depth++;
            while (next is null && at != root)
            {
                next = at.ElementsAfterSelf().FirstOrDefault();
                depth--;
                if (next is null) at = at.Parent!;
            }

            at = next;
        }
    }

    /// <summary>Where the element stands: "customizations.xml, line 12".</summary>
    public static string Place(this XElement element)
    {
        string part = element.Document?.Annotation<PartName>()?.Name ?? "the package";
        IXmlLineInfo line = element;
        return line.HasLineInfo()
            ? string.Create(CultureInfo.InvariantCulture, $"{part}, line {line.LineNumber}")
            : part;
    }

    /// <summary>Text of the child element; null when it is absent or empty.</summary>
    public static string? Text(this XElement element, string child)
    {
        string? text = (string?)element.Element(child);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static string Required(this XElement element, string child) =>
        element.Text(child) ?? throw Missing(element, $"element <{child}>");

    /// <summary>Value of the attribute; a missing or empty one is refused.</summary>
    public static string RequiredAttribute(this XElement element, string name)
    {
        string? value = (string?)element.Attribute(name);
        return string.IsNullOrWhiteSpace(value) ? throw Missing(element, $"attribute {name}") : value.Trim();
    }

    public static bool Flag(this XElement element, string child, bool absent = false) =>
        element.Text(child) switch
        {
            null => absent,
            "1" or "True" or "true" => true,
            "0" or "False" or "false" => false,
            string other => throw Invalid(element, child, other, "0 or 1"),
        };

    public static int? Int(this XElement element, string child)
    {
        string? text = element.Text(child);
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Invalid(element, child, text, "a whole number");
    }

    public static decimal? Number(this XElement element, string child)
    {
        string? text = element.Text(child);
        if (text is null)
        {
            return null;
        }

        // Exports write the limits of float columns in scientific form.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Invalid(element, child, text, "a number");
    }

    public static Guid RequiredId(this XElement element, string child) =>
        ParseId(element, child, element.Required(child));

    public static Guid RequiredIdAttribute(this XElement element, string name) =>
        ParseId(element, name, element.RequiredAttribute(name));

    /// <summary>The elements of a section; none when the section is absent.</summary>
    public static XElement[] Section(this XElement element, string section, string item) =>
        element.Element(section)?.Elements(item).ToArray() ?? [];

    public static Exception Invalid(XElement element, string name, string value, string wanted) =>
        ImportFault.Because(ImportErrorCodes.XsdValidation,
            $"{element.Place()}: {name} of <{element.Name.LocalName}> is '{value}'; {wanted} is expected.");

    private static Guid ParseId(XElement element, string name, string text) =>
        Guid.TryParse(text, out Guid id) && id != Guid.Empty ? id : throw Invalid(element, name, text, "a GUID");

    private static Exception Missing(XElement element, string what) =>
        ImportFault.Because(ImportErrorCodes.XsdValidation,
            $"{element.Place()}: <{element.Name.LocalName}> has no {what}, or it is empty.");

    private sealed record PartName(string Name);
}
