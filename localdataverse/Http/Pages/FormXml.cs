using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Http.Pages;

/// <summary>The main form of a table: the imported one, else every column in one section.</summary>
internal sealed class FormXml
{
    private readonly XElement? _form;

    private FormXml(string? title, XElement? form)
    {
        Title = title;
        _form = form;
    }

    /// <summary>Name of the form; null without one.</summary>
    public string? Title { get; }

    public IEnumerable<XElement> Tabs => _form?.Element("tabs")?.Elements("tab") ?? [];

    /// <summary>Names of the web resources with its handlers, in order.</summary>
    public IEnumerable<string> Libraries => (_form?.Element("formLibraries")?.Elements("Library") ?? [])
        .Select(library => (string?)library.Attribute("name")).OfType<string>();

    public IEnumerable<XElement> Events => _form?.Element("events")?.Elements("event") ?? [];

    /// <param name="id">A certain form; null: the first that differs from no other publisher's form.</param>
    public static FormXml Of(PageCall call, Table table, Guid? id)
    {
        SolutionPart? part = call.Dataverse.SolutionParts
            .Where(one => one.Kind == "SystemForm" && one.Table == table.LogicalName && IsMain(one.Definition))
            .FirstOrDefault(one => id is null || (Guid.TryParse(one.Name, out Guid known) && known == id));
        if (part is null) return new FormXml(null, null);
        string title = call.Label(LabelsOf(part.Definition!, "LocalizedNames", "LocalizedName"), part.Name);
        return new FormXml(title, part.Definition!.Element("form"));
    }

    public static LocalizedText LabelsOf(XElement element, string group, string item) =>
        new((element.Element(group)?.Elements(item) ?? []).Select(label => KeyValuePair.Create(
            (int?)label.Attribute("languagecode") ?? LocalizedText.English,
            (string?)label.Attribute("description") ?? "")));

    /// <summary>Differences to forms of other publishers are not merged; cards and dialogs are no main form.</summary>
    private static bool IsMain(XElement? definition)
    {
        XElement? form = definition?.Element("form");
        string? type = (string?)definition?.Parent?.Attribute("type") ?? (string?)definition?.Attribute("type");
        return form?.Element("tabs") is not null && type is null or "main"
            && form!.DescendantsAndSelf().All(element => element.Attribute("solutionaction") is null);
    }
}
