using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// <c>[Content_Types].xml</c>: a part without content type is invisible to the reader of the package. One default per
/// extension, one override per part without extension (all web resources: their dots are removed).
/// </summary>
internal static class ContentTypes
{
    public const string Part = "[Content_Types].xml";

    private const string Octets = "application/octet-stream";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        List<string> names = [.. parts.Select(part => part.Key)];
        IEnumerable<XElement> defaults = names.Select(Extension)
            .Where(extension => extension.Length > 0).Distinct().Order()
            .Select(extension => new XElement(
                Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", Octets)));
        IEnumerable<XElement> overrides = names.Where(name => Extension(name).Length == 0)
            .Select(name => new XElement(
                Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", Octets)));

        return SolutionXml.Write(new XElement(Types + "Types", defaults, overrides));
    }

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
}
