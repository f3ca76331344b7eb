using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// A packed solution before it is written: the two documents, the parts beside them, and what was found wrong on the
/// way. Every element that came from a file of its own carries a <see cref="SourceFile"/> annotation.
/// </summary>
internal sealed class PackedSolution(XElement manifest, XElement customizations)
{
    public const string ManifestPart = "solution.xml";
    public const string CustomizationsPart = "customizations.xml";

    public XElement Manifest { get; } = manifest;

    public XElement Customizations { get; } = customizations;

    /// <summary>Files of the zip other than the two documents and the content types.</summary>
    public SortedDictionary<string, byte[]> Parts { get; } = new(System.StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    /// <summary>File name without extension: <c>CrmExtensions_1_0_0_0</c>.</summary>
    public string Name
    {
        get
        {
            XElement? solution = Manifest.Element("SolutionManifest");
            return $"{solution.TextOf("UniqueName")}_{solution.TextOf("Version").Replace('.', '_')}";
        }
    }

    public IReadOnlyList<KeyValuePair<string, byte[]>> AllParts()
    {
        List<KeyValuePair<string, byte[]>> all =
        [
            KeyValuePair.Create(CustomizationsPart, SolutionXml.Write(Customizations)),
            KeyValuePair.Create(ManifestPart, SolutionXml.Write(Manifest)),
            .. Parts,
        ];
        return [.. all, KeyValuePair.Create(ContentTypes.Part, ContentTypes.Write(all))];
    }
}
