using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Http.Pages;

/// <summary>A public view: its title, its columns, the FetchXML behind it.</summary>
internal sealed class TableView
{
    private const int RowsPerPage = 50;
    private const int PublicView = 0;

    private readonly XElement _fetch;

    private TableView(Table table, Guid? id, string title, XElement fetch, IReadOnlyList<Column> columns)
    {
        Table = table;
        Id = id;
        Title = title;
        _fetch = fetch;
        Columns = columns;
    }

    public Table Table { get; }

    /// <summary>Null for the view that every table has without any.</summary>
    public Guid? Id { get; }

    public string Title { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The imported ones, then the one that the page makes up itself.</summary>
    public static IReadOnlyList<TableView> Of(PageCall call, Table table) =>
    [
        .. call.Dataverse.SolutionParts
            .Where(part => part.Kind == "SavedQuery" && part.Table == table.LogicalName && IsPublic(part))
            .Select(part => Read(call, table, part))
            .OfType<TableView>(),
        Plain(call, table),
    ];

    /// <summary>The imported view of this id, of any kind: forms name associated ones too; null if there is none.
    /// </summary>
    public static TableView? Find(PageCall call, Table table, Guid id) => call.Dataverse.SolutionParts
        .Where(part => part.Kind == "SavedQuery" && part.Table == table.LogicalName
            && Guid.TryParse(part.Name, out Guid known) && known == id)
        .Select(part => Read(call, table, part))
        .FirstOrDefault();

    /// <summary>What is left for a table without any view.</summary>
    public static TableView Plain(PageCall call, Table table)
    {
        string[] wanted = [table.PrimaryName ?? table.PrimaryId, "statuscode", "ownerid", "createdon"];
        Column[] columns = wanted.Select(table.Find).OfType<Column>().ToArray();
        XElement entity = new("entity", new XAttribute("name", table.LogicalName));
        entity.Add(columns.Select(column => new XElement("attribute", new XAttribute("name", column.LogicalName))));
        if (table.PrimaryName is string name) entity.Add(new XElement("order", new XAttribute("attribute", name)));
        return new TableView(table, null, call.PluralOf(table), new XElement("fetch", entity), columns);
    }

    public string FetchPage(int page)
    {
        XElement fetch = new(_fetch);
        fetch.SetAttributeValue("count", RowsPerPage);
        fetch.SetAttributeValue("page", page);
        fetch.Attribute("top")?.Remove();
        return fetch.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsPublic(SolutionPart part) =>
        ((string?)part.Definition?.Element("querytype") ?? "0") == PublicView.ToString(CultureInfo.InvariantCulture);

    private static TableView? Read(PageCall call, Table table, SolutionPart part)
    {
        XElement? fetch = part.Definition!.Element("fetchxml")?.Element("fetch");
        XElement? grid = part.Definition.Element("layoutxml")?.Element("grid");
        if (fetch is null || grid is null) return null;
        Column[] columns = grid.Descendants("cell")
            .Select(cell => table.Find((string?)cell.Attribute("name") ?? ""))
            .OfType<Column>()
            .ToArray();
        string title = call.Label(FormXml.LabelsOf(part.Definition, "LocalizedNames", "LocalizedName"), part.Name);
        return new TableView(table, Guid.Parse(part.Name), title, fetch, columns);
    }
}
