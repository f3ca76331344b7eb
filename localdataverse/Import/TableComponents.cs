using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Lists tables, columns, keys and relationships of a package for the import result.</summary>
internal static class TableComponents
{
    public static IReadOnlyList<ImportedComponent> List(PackageReading reading, TableCatalog catalog)
    {
        List<ImportedComponent> components = [];
        foreach (TableDefinition table in reading.Tables)
        {
            components.Add(Applied("table", table.LogicalName));
            components.AddRange(table.Columns.Select(column => OfColumn(table, column)));
            components.AddRange(table.Keys.Select(key => Applied("key", $"{table.LogicalName}.{key.LogicalName}")));
        }

        HashSet<RelationshipDefinition> kept = [.. CatalogApplier.Unresolved(reading, catalog)];
        components.AddRange(reading.Relationships.Select(definition => kept.Contains(definition)
            ? new ImportedComponent("relationship", definition.Relationship.SchemaName, ComponentUse.Kept,
                "one of its tables is not described here")
            : Applied("relationship", definition.Relationship.SchemaName)));
        return components;
    }

    private static ImportedComponent OfColumn(TableDefinition table, Column column)
    {
        string name = $"{table.LogicalName}.{column.LogicalName}";
        return column.Type is ColumnType.File or ColumnType.Image
            ? new ImportedComponent("column", name, ComponentUse.Kept, "file and image content is not stored here")
            : Applied("column", name);
    }

    private static ImportedComponent Applied(string kind, string name) =>
        new(kind, name, ComponentUse.Applied, string.Empty);
}
