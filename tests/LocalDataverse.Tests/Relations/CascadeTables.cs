using Dataverse.Local.Metadata;

namespace Dataverse.Local.Tests.Relations;

/// <summary>User-owned tables below account whose relationship follows an assignment in its own way.</summary>
internal static class CascadeTables
{
    public static void Add(TableCatalog catalog, string name, Cascade onAssign)
    {
        Table table = new()
        {
            LogicalName = name,
            SchemaName = name,
            EntitySetName = name + "s",
            PrimaryId = name + "id",
            PrimaryName = "test_name",
            Ownership = Ownership.User,
            IsCustom = true,
        };
        catalog.Add(
            table,
            [
                new Column { LogicalName = name + "id", SchemaName = name + "Id", Type = ColumnType.UniqueIdentifier },
                TestTables.Text("test_name"),
                new Column
                {
                    LogicalName = "test_accountid", SchemaName = "test_AccountId", Type = ColumnType.Lookup,
                    Targets = ["account"],
                },
                new Column { LogicalName = "statecode", SchemaName = "statecode", Type = ColumnType.State },
            ]);
        catalog.AddRelationship(new Relationship
        {
            SchemaName = "test_account_" + name,
            ReferencedTable = "account",
            ReferencedColumn = "accountid",
            ReferencingTable = name,
            ReferencingColumn = "test_accountid",
            OnAssign = onAssign,
        });
    }
}
