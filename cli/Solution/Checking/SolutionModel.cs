using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>The packed solution as the cross-checks see it: components by the names that refer to them.</summary>
internal sealed class SolutionModel
{
    public SolutionModel(PackedSolution packed)
    {
        Packed = packed;
        Manifest = packed.Manifest.Element("SolutionManifest") ?? new XElement("SolutionManifest");
        Prefix = Manifest.Element("Publisher").TextOf("CustomizationPrefix").ToLowerInvariant() + "_";
        Ids = new ComponentIds(Manifest.Element("Publisher").TextOf("UniqueName"));
        Languages = [.. Section("Languages").Select(language => language.Value.Trim())];
        Tables = Section("Entities").Select(table => new TableModel(table))
            .DistinctBy(table => table.LogicalName).ToDictionary(table => table.LogicalName);
        Relationships = ByName(Section("EntityRelationships"), relationship => relationship.ValueOf("Name"));
        Choices = ByName(Section("optionsets"), choice => choice.ValueOf("Name").ToLowerInvariant());
        WebResources = ByName(Section("WebResources"), resource => resource.TextOf("Name"));
        PluginTypes = ByName(
            Section("SolutionPluginAssemblies").Descendants("PluginType"),
            type => type.ValueOf("AssemblyQualifiedName"));
        ViewIds = [.. Tables.Values.SelectMany(table => table.Views).Select(view => IdOf(view.TextOf("savedqueryid")))];
        FormIds = [.. Tables.Values.SelectMany(table => table.Forms).Select(form => IdOf(form.TextOf("formid")))
            .Concat(Section("Dashboards").Select(dashboard => IdOf(dashboard.TextOf("FormId"))))];
    }

    public PackedSolution Packed { get; }
    public XElement Manifest { get; }
    public ComponentIds Ids { get; }

    /// <summary>Prefix of the publisher with underscore, in lower case.</summary>
    public string Prefix { get; }

    public IReadOnlyList<string> Languages { get; }
    public IReadOnlyDictionary<string, TableModel> Tables { get; }
    public IReadOnlyDictionary<string, XElement> Relationships { get; }
    public IReadOnlyDictionary<string, XElement> Choices { get; }
    public IReadOnlyDictionary<string, XElement> WebResources { get; }
    public IReadOnlyDictionary<string, XElement> PluginTypes { get; }
    public HashSet<string> ViewIds { get; }
    public HashSet<string> FormIds { get; }

    public IEnumerable<XElement> Section(string name) => Packed.Customizations.Element(name)?.Elements() ?? [];

    public bool IsOwn(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Files of the zip that are XML documents of their own, with the given file name.</summary>
    public IEnumerable<KeyValuePair<string, XElement>> Documents(string fileName) =>
        Packed.Parts.Where(part => part.Key.EndsWith("/" + fileName, StringComparison.Ordinal))
            .Select(part => KeyValuePair.Create(part.Key, XDocument.Load(new MemoryStream(part.Value)).Root!));

    /// <summary>Whether a column exists; columns of tables that are not ours to describe are believed.</summary>
    public bool HasColumn(string table, string column) =>
        !Tables.TryGetValue(table, out TableModel? model)
        || (model.IsOwnTable || IsOwn(column) ? model.Columns.ContainsKey(column) : true);

    /// <summary>An id in the form in which ids are compared: lower case, no braces.</summary>
    public static string IdOf(string text) => text.Trim().Trim('{', '}').ToLowerInvariant();

    public static Finding At(XElement element, string problem, string remedy) =>
        new(SourceFile.Of(element), problem, remedy);

    private static Dictionary<string, XElement> ByName(
        IEnumerable<XElement> components, Func<XElement, string> nameOf) =>
        components.DistinctBy(nameOf).ToDictionary(nameOf);
}
