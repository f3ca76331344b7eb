using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Deriving;

/// <summary>
/// The part of <c>Other/Solution.xml</c> that follows from the attributes: the root components of assemblies (91) and
/// steps (92). Everything else in it is written by hand and stays as it stands.
/// </summary>
internal static class ManifestUpdate
{
    public static XElement Apply(XElement manifest, IEnumerable<XElement> derivedRoots)
    {
        var updated = new XElement(manifest);
        XElement roots = updated.Element("SolutionManifest")?.Element("RootComponents")
            ?? throw new SolutionException($"{SolutionSource.ManifestPath} has no RootComponents: add the element.");
        List<XElement> kept = [.. roots.Elements().Where(root => root.ValueOf("type") is not ("91" or "92"))];
        roots.ReplaceNodes(kept.Concat(derivedRoots));
        return updated;
    }

    public static XElement Assembly(Guid id, string fullName) =>
        new("RootComponent",
            new XAttribute("type", 91),
            new XAttribute("id", id.ToString("B")),
            new XAttribute("schemaName", fullName),
            new XAttribute("behavior", 0));

    public static XElement Step(Guid id) =>
        new("RootComponent",
            new XAttribute("type", 92),
            new XAttribute("id", id.ToString("B")),
            new XAttribute("behavior", 0));
}
