using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Dataverse.Local.Tests.Import;

/// <summary>
/// Builds a packed solution out of snippets. What a test does not say is as small as the format allows.
/// </summary>
internal sealed class SolutionBuilder
{
    private static readonly string[] SectionOrder =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityMaps", "EntityRelationships",
        "OrganizationSettings", "optionsets", "Dashboards", "WebResources", "CustomControls",
        "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules",
    ];

    private readonly Dictionary<string, StringBuilder> _sections = [];
    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly StringBuilder _roots = new();
    private readonly StringBuilder _dependencies = new();
    private readonly List<string> _hidden = [];

    public string UniqueName { get; init; } = "AcmeSample";

    public string Publisher { get; init; } = "acme";

    public string Version { get; init; } = "1.0.0.0";

    public string Managed { get; init; } = "1";

    public string PackageVersion { get; init; } = "9.2";

    /// <summary>Replaces customizations.xml as a whole.</summary>
    public string? Customizations { get; init; }

    public SolutionBuilder With(string section, string xml)
    {
        if (!_sections.TryGetValue(section, out StringBuilder? text))
        {
            _sections.Add(section, text = new StringBuilder());
        }

        text.Append(xml);
        return this;
    }

    public SolutionBuilder Root(int type, string schemaName, int behavior = 0)
    {
        _roots.Append($"""<RootComponent type="{type}" schemaName="{schemaName}" behavior="{behavior}" />""");
        return this;
    }

    public SolutionBuilder Root(int type, Guid id)
    {
        _roots.Append($$"""<RootComponent type="{{type}}" id="{{{id}}}" behavior="0" />""");
        return this;
    }

    public SolutionBuilder Requires(string required)
    {
        _dependencies.Append(
            $"<MissingDependency>{required}<Dependent type=\"1\" schemaName=\"x\" /></MissingDependency>");
        return this;
    }

    public SolutionBuilder Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public SolutionBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The part is in the zip, but [Content_Types].xml does not name it.</summary>
    public SolutionBuilder WithoutContentType(string name)
    {
        _hidden.Add(name);
        return this;
    }

    public SolutionBuilder Table(string logicalName, string xml, int behavior = 0) =>
        With("Entities", xml).Root(1, logicalName, behavior);

    public MemoryStream Pack()
    {
        MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "solution.xml", Encoding.UTF8.GetBytes(Manifest()));
            Write(zip, "customizations.xml", Encoding.UTF8.GetBytes(Customizations ?? Sections()));
            foreach (KeyValuePair<string, byte[]> part in _parts)
            {
                Write(zip, part.Key, part.Value);
            }

            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes()));
        }

        stream.Position = 0;
        return stream;
    }

    public static void Write(ZipArchive zip, string name, byte[] content)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    private string Manifest() => $"""
        <ImportExportXml version="9.2.0.0" SolutionPackageVersion="{PackageVersion}" languagecode="1033">
          <SolutionManifest>
            <UniqueName>{UniqueName}</UniqueName>
            <LocalizedNames><LocalizedName description="Acme Sample" languagecode="1033" /></LocalizedNames>
            <Descriptions />
            <Version>{Version}</Version>
            <Managed>{Managed}</Managed>
            <Publisher>
              <UniqueName>{Publisher}</UniqueName>
              <LocalizedNames><LocalizedName description="Acme" languagecode="1033" /></LocalizedNames>
              <Descriptions />
              <CustomizationPrefix>acme</CustomizationPrefix>
              <CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix>
            </Publisher>
            <RootComponents>{_roots}</RootComponents>
            <MissingDependencies>{_dependencies}</MissingDependencies>
          </SolutionManifest>
        </ImportExportXml>
        """;

    private string Sections()
    {
        IEnumerable<string> known = SectionOrder.Concat(_sections.Keys.Where(name => !SectionOrder.Contains(name)));
        string sections = string.Concat(known.Select(name =>
            $"<{name}>{_sections.GetValueOrDefault(name)}</{name}>\n"));
        return $"<ImportExportXml>\n{sections}<Languages><Language>1033</Language></Languages></ImportExportXml>";
    }

    private string ContentTypes()
    {
        IEnumerable<string> overrides = _parts.Keys
            .Where(name => !Path.HasExtension(name) && !_hidden.Contains(name))
            .Select(name => $"""<Override PartName="/{name}" ContentType="application/octet-stream" />""");
        string[] extensions = ["xml", "dll", "json", "xaml"];
        IEnumerable<string> defaults = extensions
            .Where(extension => !_hidden.Any(name => name.EndsWith("." + extension, StringComparison.Ordinal)))
            .Select(extension => $"""<Default Extension="{extension}" ContentType="application/octet-stream" />""");
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + string.Concat(defaults) + string.Concat(overrides) + "</Types>";
    }
}
