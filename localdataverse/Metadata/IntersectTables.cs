namespace Dataverse.Local.Metadata;

/// <summary>Completes a many-to-many relationship: its intersect table, and which column holds which id.</summary>
internal static class IntersectTables
{
    /// <summary>
    /// Creates the table unless it is there; a relationship of a table with itself numbers its columns.
    /// </summary>
    public static Relationship Complete(TableCatalog catalog, Relationship read)
    {
        Table first = catalog.Get(read.ReferencedTable);
        Table second = catalog.Get(read.ReferencingTable);
        bool self = first.LogicalName == second.LogicalName;
        string firstColumn = self ? first.PrimaryId + "one" : first.PrimaryId;
        string secondColumn = self ? second.PrimaryId + "two" : second.PrimaryId;
        if (catalog.Find(read.IntersectTable!) is null)
        {
            Add(catalog, read.IntersectTable!, firstColumn, secondColumn);
        }

        return new Relationship
        {
            SchemaName = read.SchemaName,
            Kind = RelationshipKind.ManyToMany,
            ReferencedTable = read.ReferencedTable,
            ReferencedColumn = first.PrimaryId,
            ReferencingTable = read.ReferencingTable,
            ReferencingColumn = second.PrimaryId,
            ReferencedNavigation = read.ReferencedNavigation,
            ReferencingNavigation = read.ReferencingNavigation,
            IntersectTable = read.IntersectTable,
            FirstIntersectColumn = firstColumn,
            SecondIntersectColumn = secondColumn,
            IsCustom = true,
        };
    }

    private static void Add(TableCatalog catalog, string name, string firstColumn, string secondColumn)
    {
        Table table = new()
        {
            LogicalName = name,
            SchemaName = name,
            EntitySetName = name + "set",
            PrimaryId = name + "id",
            IsIntersect = true,
            IsCustom = true,
        };
        catalog.Add(table, Id(name + "id"), Id(firstColumn), Id(secondColumn));
    }

    private static Column Id(string name) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = ColumnType.UniqueIdentifier,
    };
}
