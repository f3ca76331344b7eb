using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>What a view filters and orders by. Columns with few values (choices, flags) help no search.</summary>
internal static class ViewSearches
{
    public static void Into(TableCatalog catalog, XElement fetch)
    {
        foreach (XElement element in fetch.DescendantsAndSelf().Where(e => e.Name.LocalName is "condition" or "order"))
        {
            XElement? own = element.Ancestors().FirstOrDefault(e => e.Name.LocalName is "entity" or "link-entity");
            bool isElsewhere = element.Attribute("entityname") is not null;
            if (isElsewhere || catalog.Find((string?)own?.Attribute("name") ?? "") is not { } table) continue;
            if (table.Find((string?)element.Attribute("attribute") ?? "") is not { } column) continue;
            if (IsSearchable(column)) catalog.AddSearch(table, column.LogicalName, element.Name == "order");
        }
    }

    private static bool IsSearchable(Column column) => column.Type is ColumnType.String or ColumnType.Integer
        or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Double or ColumnType.Money or ColumnType.DateTime;
}
