using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Pages;

/// <summary>Rows as an HTML table; the first column opens the row, lookups open theirs.</summary>
internal static class RowGrid
{
    public static void Write(
        PageCall call, Markup at, TableView view, IEnumerable<Entity> rows, string label)
    {
        Table table = view.Table;
        IReadOnlyList<Column> columns = view.Columns;
        at.Element("div", frame => frame.Element("table", grid =>
        {
            grid.Element("thead", head => head.Element("tr", line =>
            {
                foreach (Column column in columns) line.Element("th", call.LabelOf(column), "scope", "col");
            }));
            grid.Element("tbody", body =>
            {
                foreach (Entity row in rows) body.Element("tr", line => WriteCells(call, table, columns, line, row));
            });
        }), "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    }

    private static void WriteCells(PageCall call, Table table, IReadOnlyList<Column> columns, Markup line, Entity row)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            Column column = columns[i];
            string text = call.Shown(table, column, row);
            bool isFirst = i == 0;
            line.Element("td", cell =>
            {
                if (isFirst)
                {
                    string name = text.Length > 0 ? text : row.Id.ToString();
                    cell.Element("a", name, "href", call.LinkToRow(table.LogicalName, row.Id));
                }
                else if (row.GetAttributeValue<object>(column.LogicalName) is EntityReference lookup)
                {
                    cell.Element("a", text, "href", call.LinkToRow(lookup.LogicalName, lookup.Id));
                }
                else
                {
                    cell.Text(text);
                }
            }, "class", IsNumber(column) ? "number" : null);
        }
    }

    private static bool IsNumber(Column column) => column.Type is ColumnType.Integer or ColumnType.BigInt
        or ColumnType.Decimal or ColumnType.Double or ColumnType.Money;
}
