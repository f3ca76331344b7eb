using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Packs an unpacked solution as Microsoft's SolutionPackager does, but strictly: what that tool drops with a warning,
/// or copies because it does not know it, is a finding here. A package with findings must not be written.
/// </summary>
internal static class SolutionPacker
{
    /// <summary>Folders whose files go into the zip as they are.</summary>
    private static readonly string[] Verbatim = ["customapis", "environmentvariabledefinitions"];

    public static PackedSolution Pack(SolutionSource source, PackContents contents, PackageType type)
    {
        var run = new PackRun(source, contents, type);
        XElement customizations = TakeDocument(run, SolutionSource.CustomizationsPath);
        XElement manifest = TakeManifest(run);
        foreach (Section section in Sections.All)
        {
            Fill(run, customizations, section);
        }

        foreach (string path in Verbatim.SelectMany(source.Under).ToList())
        {
            run.Parts[path] = SolutionXml.Write(run.Take(path), declaration: false);
        }

        foreach (string path in run.Leftovers)
        {
            ReportLeftover(run, path);
        }

        var packed = new PackedSolution(manifest, customizations);
        foreach ((string name, byte[] content) in run.Parts)
        {
            packed.Parts.Add(name, content);
        }

        packed.Findings.AddRange(run.Findings);
        packed.Findings.AddRange(RootComponents.Check(manifest, customizations));
        return packed;
    }

    private static XElement TakeDocument(PackRun run, string path)
    {
        XElement root = run.Take(path);
        root.SetAttributeValue(XNamespace.Xmlns + "xsi", SolutionXml.Instance);
        if (root.Name != "ImportExportXml")
        {
            run.Report(path, $"has the root <{root.Name}>", "The root of both documents is <ImportExportXml>");
        }

        return root;
    }

    private static XElement TakeManifest(PackRun run)
    {
        XElement manifest = TakeDocument(run, SolutionSource.ManifestPath);
        XElement? managed = manifest.Element("SolutionManifest")?.Element("Managed");
        if (managed is null || managed.Value.Trim() != "2" && managed.Value.Trim() != $"{(int)run.Type}")
        {
            run.Report(
                SolutionSource.ManifestPath,
                $"<Managed> does not allow a package of type {run.Type}",
                "Write 2: source of both types");
        }

        managed?.SetValue((int)run.Type);
        return manifest;
    }

    /// <summary>A section that is not in Customizations.xml is not in the package, whatever its folder holds.</summary>
    private static void Fill(PackRun run, XElement customizations, Section section)
    {
        List<string> files = [.. section.Files(run.Source)];
        if (customizations.Element(section.Name) is { } element)
        {
            section.Fill(run, element);
        }
        else if (files.Count > 0)
        {
            run.Report(
                SolutionSource.CustomizationsPath,
                $"lacks <{section.Name} />, so {files.Count} files such as {files[0]} would be dropped",
                "Add the empty element at its place in the order of solution/README.md");
            files.ForEach(run.Skip);
        }
    }

    private static void ReportLeftover(PackRun run, string path)
    {
        string folder = path.Split('/')[0];
        bool known = path.Contains('/') && (folder == "Other" || Verbatim.Contains(folder)
            || Sections.All.Any(section => section.Folder == folder));
        string? sameButCase = Verbatim.Concat(Sections.All.Select(section => section.Folder)).FirstOrDefault(
            name => name != folder && string.Equals(name, folder, StringComparison.OrdinalIgnoreCase));
        run.Report(
            path,
            known ? "belongs to no component" : $"lies in an unknown folder or at the top level",
            sameButCase is not null ? $"Call the folder {sameButCase}"
                : known ? "Remove it, or give it the name and place that its component has"
                : "Move it out of the unpacked solution, or teach the packer its folder");
    }
}
