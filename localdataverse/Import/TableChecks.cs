using System;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Tables, columns, keys and relationships fit together and fit what is there.</summary>
internal static class TableChecks
{
    public static void Check(PackageReading reading, TableCatalog catalog)
    {
        foreach (TableDefinition table in reading.Tables)
        {
            Table? known = catalog.Find(table.LogicalName);
            CheckTable(table, known, catalog);
            foreach (Column column in table.Columns)
            {
                CheckColumn(table, column, known);
            }

            foreach (AlternateKey key in table.Keys)
            {
                CheckKey(reading, catalog, table, key);
            }
        }

        foreach (RelationshipDefinition definition in reading.Relationships)
        {
            CheckRelationship(reading, catalog, definition);
        }
    }

    /// <summary>The table has this column, in the package or in the environment.</summary>
    public static bool HasColumn(PackageReading reading, TableCatalog catalog, string table, string column) =>
        catalog.Find(table)?.Find(column) is not null
        || reading.Tables.Any(defined => defined.LogicalName == table
            && (defined.Columns.Any(known => known.LogicalName == column)
                || (defined.Own is not null && IsCommon(defined.Own, column))));

    public static bool HasTable(PackageReading reading, TableCatalog catalog, string table) =>
        catalog.Find(table) is not null
        || reading.Tables.Any(defined => defined.LogicalName == table && defined.Own is not null);

    /// <summary>Every table of an ownership gets these, whether the package lists them or not.</summary>
    private static bool IsCommon(Table table, string column) => column switch
    {
        "createdon" or "createdby" or "modifiedon" or "modifiedby" or "versionnumber" or "overriddencreatedon" => true,
        "ownerid" or "owninguser" or "owningteam" or "owningbusinessunit" => table.Ownership == Ownership.User,
        "organizationid" => table.Ownership == Ownership.Organization,
        _ => false,
    };

    private static void CheckTable(TableDefinition table, Table? known, TableCatalog catalog)
    {
        if (known is null && table.Own is null)
        {
            throw ImportFault.Because(ImportErrorCodes.MissingDependencies,
                $"{table.Xml.Place()}: the table '{table.LogicalName}' is extended, but it is neither in the package "
                + "nor here. Import the solution that holds it, or describe it in the local Dataverse.");
        }

        if (known is not null && table.Own is not null && known.Ownership != table.Own.Ownership)
        {
            throw ImportFault.Because(ImportErrorCodes.Generic,
                $"{table.Xml.Place()}: the ownership of '{table.LogicalName}' is {known.Ownership} and cannot become "
                + $"{table.Own.Ownership}: it is fixed at the first import. A new table is needed.");
        }

        Table? sameSet = table.Own is null ? null : catalog.FindByEntitySet(table.Own.EntitySetName);
        if (sameSet is not null && sameSet.LogicalName != table.LogicalName)
        {
            throw ImportFault.Because(ImportErrorCodes.EntitySetName,
                $"{table.Xml.Place()}: the entity set name '{table.Own!.EntitySetName}' is already in use by "
                + $"'{sameSet.LogicalName}'. Choose another EntitySetName.");
        }
    }

    private static void CheckColumn(TableDefinition table, Column column, Table? known)
    {
        Column? before = known?.Find(column.LogicalName);
        if (before is not null && before.Type != column.Type)
        {
            throw ImportFault.Because(ImportErrorCodes.Generic,
                $"{table.Xml.Place()}: attribute {table.LogicalName}.{column.LogicalName} is a {before.Type}, but a "
                + $"{column.Type} type was specified. A type never changes; add a new column.");
        }

        if (column.BaseOf is not null && table.Columns.All(other => other.LogicalName != column.BaseOf))
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{table.Xml.Place()}: '{table.LogicalName}.{column.LogicalName}' is calculated of '{column.BaseOf}', "
                + "which is not a column of the table.");
        }
    }

    private static void CheckKey(PackageReading reading, TableCatalog catalog, TableDefinition table, AlternateKey key)
    {
        string? missing = key.Columns.FirstOrDefault(
            column => !HasColumn(reading, catalog, table.LogicalName, column));
        if (missing is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{table.Xml.Place()}: the key '{key.LogicalName}' of '{table.LogicalName}' names the column "
                + $"'{missing}', which the table does not have.");
        }
    }

    private static void CheckRelationship(
        PackageReading reading, TableCatalog catalog, RelationshipDefinition definition)
    {
        Relationship relationship = definition.Relationship;
        if (!definition.HasRoles)
        {
            // Written by the platform for its own lookups (lk_x_createdby, owner_x): applied where the tables are here.
            return;
        }

        string[] tables = [relationship.ReferencedTable, relationship.ReferencingTable];
        string? missing = tables.FirstOrDefault(table => !HasTable(reading, catalog, table));
        if (missing is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.MissingDependencies,
                $"{definition.Xml.Place()}: the relationship '{relationship.SchemaName}' needs the table '{missing}', "
                + "which is neither in the package nor here.");
        }

        bool lookupMissing = relationship.Kind == RelationshipKind.OneToMany
            && !HasColumn(reading, catalog, relationship.ReferencingTable, relationship.ReferencingColumn);
        if (lookupMissing)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{definition.Xml.Place()}: the relationship '{relationship.SchemaName}' names the lookup "
                + $"'{relationship.ReferencingTable}.{relationship.ReferencingColumn}', which is not defined. "
                + "Add the column to the table.");
        }

        if (relationship.ReferencingNavigation == relationship.ReferencedNavigation
            && relationship.ReferencedTable == relationship.ReferencingTable
            && relationship.Kind == RelationshipKind.OneToMany)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{definition.Xml.Place()}: Navigation Property Name cannot be the same on both sides of a "
                + $"self-referential relationship. SchemaName - {relationship.SchemaName}");
        }
    }
}
