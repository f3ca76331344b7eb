using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>What solution.xml says: which solution, whose, which version, and what must be in it.</summary>
internal sealed partial class SolutionManifest
{
    /// <summary>The newest package version that is read.</summary>
    public static readonly Version NewestPackage = new(9, 2);

    private SolutionManifest(XElement manifest)
    {
        XElement publisher = manifest.Element("Publisher")
            ?? throw PartXml.Invalid(manifest, "Publisher", string.Empty, "one Publisher element");
        Xml = manifest;
        UniqueName = manifest.Required("UniqueName");
        Version = ReadVersion(manifest);
        IsManaged = manifest.Required("Managed") switch
        {
            "1" => true,
            "0" => false,
            string other => throw PartXml.Invalid(manifest, "Managed", other, "0 or 1 (2 is for sources; pack them)"),
        };
        PublisherName = publisher.Required("UniqueName");
        Publisher = publisher;
        Prefix = publisher.Required("CustomizationPrefix").ToLowerInvariant();
        OptionValuePrefix = publisher.Int("CustomizationOptionValuePrefix") ?? 10000;
        RootComponents = [.. manifest.Section("RootComponents", "RootComponent").Select(ReadRoot)];
        Required = [.. manifest.Section("MissingDependencies", "MissingDependency")
            .SelectMany(dependency => dependency.Elements("Required"))];
    }

    public XElement Xml { get; }

    public XElement Publisher { get; }

    public string UniqueName { get; }

    public Version Version { get; }

    public bool IsManaged { get; }

    public string PublisherName { get; }

    /// <summary>Customisation prefix without underscore, lower case.</summary>
    public string Prefix { get; }

    public int OptionValuePrefix { get; }

    public IReadOnlyList<RootComponent> RootComponents { get; }

    /// <summary>What the target must already have.</summary>
    public IReadOnlyList<XElement> Required { get; }

    public static SolutionManifest Read(SolutionZip zip)
    {
        XElement root = zip.Xml("solution.xml");
        RefuseNewerPackage(root);
        XElement manifest = root.Element("SolutionManifest")
            ?? throw PartXml.Invalid(root, "SolutionManifest", string.Empty, "one SolutionManifest element");
        SolutionManifest read = new(manifest);
        if (!NamePattern().IsMatch(read.UniqueName))
        {
            throw ImportFault.Because(ImportErrorCodes.SolutionName,
                $"{manifest.Place()}: the solution's unique name '{read.UniqueName}' may hold letters, digits and "
                + "underscores and must not begin with a digit.");
        }

        return read;
    }

    private static void RefuseNewerPackage(XElement root)
    {
        string text = (string?)root.Attribute("SolutionPackageVersion") ?? "9.0";
        if (Version.TryParse(text, out Version? version) && version > NewestPackage)
        {
            throw ImportFault.Because(ImportErrorCodes.PackageTooNew,
                $"{root.Place()}: package version {text} is newer than {NewestPackage}, the newest that is read. "
                + "Export for an older version, or write SolutionPackageVersion=\"9.2\".");
        }
    }

    private static Version ReadVersion(XElement manifest)
    {
        string text = manifest.Required("Version");
        return Version.TryParse(text, out Version? version)
            ? version
            : throw ImportFault.Because(ImportErrorCodes.SolutionVersion,
                $"{manifest.Place()}: the solution's version '{text}' is not of the form 1.0.0.0.");
    }

    private static RootComponent ReadRoot(XElement element)
    {
        string? id = (string?)element.Attribute("id");
        return new RootComponent(
            ReadType(element),
            (string?)element.Attribute("schemaName"),
            id is null ? null : element.RequiredIdAttribute("id"),
            (string?)element.Attribute("behavior") == "2" ? RootComponent.ShellOnly : 0,
            element.Place());
    }

    private static int ReadType(XElement element)
    {
        string text = element.RequiredAttribute("type");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int type)
            ? type
            : throw PartXml.Invalid(element, "type", text, "the number of a component type");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex NamePattern();
}
