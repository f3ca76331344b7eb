using System.Collections.Generic;

namespace Dataverse.Local.Metadata;

/// <summary>Columns that the platform gives every table of an ownership, so that no description has to list
/// them.</summary>
internal static class CommonColumns
{
    /// <summary>Adds what is missing. Intersect tables only get their row version.</summary>
    public static void Complete(Table table, bool versionOnly = false)
    {
        if (versionOnly || table.IsIntersect)
        {
            PutMissing(table, [Version()]);
            return;
        }

        PutMissing(table, Audit());
        if (table.Ownership == Ownership.User) PutMissing(table, Owner(table));
        if (table.Ownership == Ownership.Organization) PutMissing(table, [Lookup("OrganizationId", "organization")]);
    }

    /// <summary>Currency and rate of a table with money columns.</summary>
    public static void CompleteCurrency(Table table) => PutMissing(table,
    [
        Lookup("TransactionCurrencyId", "transactioncurrency", writable: true),
        new Column
        {
            LogicalName = "exchangerate", SchemaName = "ExchangeRate", Type = ColumnType.Decimal, Precision = 12,
            MinValue = 0.000000000001m, MaxValue = 100_000_000_000m, Labels = new("Exchange Rate"),
            ValidForCreate = false, ValidForUpdate = false,
        },
    ]);

    private static IEnumerable<Column> Audit() =>
    [
        Date("CreatedOn", "Created On"),
        Lookup("CreatedBy", "systemuser"),
        Lookup("CreatedOnBehalfBy", "systemuser"),
        Date("ModifiedOn", "Modified On"),
        Lookup("ModifiedBy", "systemuser"),
        Lookup("ModifiedOnBehalfBy", "systemuser"),
        new Column
        {
            LogicalName = "overriddencreatedon", SchemaName = "OverriddenCreatedOn", Type = ColumnType.DateTime,
            Format = "date", Labels = new("Record Created On"), ValidForUpdate = false,
        },
        Number("ImportSequenceNumber", "Import Sequence Number", validForUpdate: false),
        Number("TimeZoneRuleVersionNumber", "Time Zone Rule Version Number", validForUpdate: true),
        Number("UTCConversionTimeZoneCode", "UTC Conversion Time Zone Code", validForUpdate: true),
        Version(),
    ];

    private static IEnumerable<Column> Owner(Table table) =>
    [
        new Column
        {
            LogicalName = "ownerid", SchemaName = "OwnerId", Type = ColumnType.Owner, Labels = new("Owner"),
            Targets = ["systemuser", "team"], RequiredLevel = RequiredLevel.System,
        },
        Lookup("OwningBusinessUnit", "businessunit"),
        Lookup("OwningUser", "systemuser"),
        Lookup("OwningTeam", "team"),
    ];

    private static Column Version() => new()
    {
        LogicalName = "versionnumber", SchemaName = "VersionNumber", Type = ColumnType.BigInt,
        Labels = new("Version Number"), ValidForCreate = false, ValidForUpdate = false,
    };

    private static Column Date(string schemaName, string label) => new()
    {
        LogicalName = schemaName.ToLowerInvariant(), SchemaName = schemaName, Type = ColumnType.DateTime,
        Format = "datetime", Labels = new(label), ValidForCreate = false, ValidForUpdate = false,
    };

    private static Column Number(string schemaName, string label, bool validForUpdate) => new()
    {
        LogicalName = schemaName.ToLowerInvariant(), SchemaName = schemaName, Type = ColumnType.Integer,
        Labels = new(label), ValidForUpdate = validForUpdate,
    };

    private static Column Lookup(string schemaName, string target, bool writable = false) => new()
    {
        LogicalName = schemaName.ToLowerInvariant(), SchemaName = schemaName, Type = ColumnType.Lookup,
        Targets = [target], Labels = new(LabelText.FromSchemaName(schemaName)), ValidForCreate = writable,
        ValidForUpdate = writable,
    };

    private static void PutMissing(Table table, IEnumerable<Column> columns)
    {
        foreach (Column column in columns)
        {
            if (table.Find(column.LogicalName) is null) table.Put(column);
        }
    }
}
