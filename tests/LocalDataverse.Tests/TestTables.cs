using Dataverse.Local.Metadata;

namespace Dataverse.Local.Tests;

/// <summary>Small tables for what the platform's own ones do not show.</summary>
internal static class TestTables
{
    public static Table AddKeyed(TableCatalog catalog)
    {
        Table table = Add(catalog, "test_item", Text("test_code"));
        catalog.AddKey(table, new AlternateKey("test_key", ["test_code"]));
        return table;
    }

    public static void AddParentAndChild(TableCatalog catalog, Cascade onDelete)
    {
        Add(catalog, "test_parent");
        Add(catalog, "test_child", new Column
        {
            LogicalName = "test_parentid",
            SchemaName = "test_ParentId",
            Type = ColumnType.Lookup,
            Targets = ["test_parent"],
        });
        catalog.AddRelationship(new Relationship
        {
            SchemaName = "test_parent_child",
            ReferencedTable = "test_parent",
            ReferencedColumn = "test_parentid",
            ReferencingTable = "test_child",
            ReferencingColumn = "test_parentid",
            OnDelete = onDelete,
        });
    }

    public static Table Add(TableCatalog catalog, string name, params Column[] columns)
    {
        Table table = new()
        {
            LogicalName = name,
            SchemaName = name,
            EntitySetName = name + "s",
            PrimaryId = name + "id",
            PrimaryName = "test_name",
            Ownership = Ownership.Organization,
            IsCustom = true,
        };
        return catalog.Add(
            table,
            [
                new Column
                {
                    LogicalName = name + "id",
                    SchemaName = name + "Id",
                    Type = ColumnType.UniqueIdentifier,
                    ValidForUpdate = false,
                },
                Text("test_name"),
                .. columns,
            ]);
    }

    public static Column Text(string name, string? autoNumber = null) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = ColumnType.String,
        MaxLength = 100,
        AutoNumberFormat = autoNumber,
    };
}
