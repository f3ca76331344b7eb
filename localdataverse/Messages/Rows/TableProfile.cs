using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>What writing a row needs to know of its table, worked out once for each version of the table.</summary>
internal sealed class TableProfile
{
    private static readonly string[] ColumnsOfEveryUpdate =
        ["statecode", "statuscode", "transactioncurrencyid", "versionnumber"];

    public TableProfile(Table table)
    {
        Table = table;
        Version = table.Version;
        List<Column> defaults = [];
        List<Column> bases = [];
        List<Column> numbers = [];
        foreach (Column column in table.OrderedColumns)
        {
            if (column.DefaultValue is not null && column.Type is ColumnType.Boolean or ColumnType.Choice)
            {
                defaults.Add(column);
            }

            if (column.BaseOf is not null)
            {
                bases.Add(column);
            }

            if (column.AutoNumberFormat is not null)
            {
                numbers.Add(column);
            }
        }

        Defaults = defaults.ToArray();
        BaseColumns = bases.ToArray();
        AutoNumbers = numbers.ToArray();
        ColumnsBeforeUpdate = BeforeUpdate(table, BaseColumns);
        HasAudit = table.Find("createdon") is not null;
        HasCurrency = table.Find("transactioncurrencyid") is { Type: ColumnType.Lookup }
            && table.Find("exchangerate") is not null;
        IsUserOwned = table.Ownership == Ownership.User && table.Find("ownerid") is not null;
        HasOrganization = table.Ownership == Ownership.Organization
            && table.Find("organizationid") is { Type: ColumnType.Lookup };
    }

    public Table Table { get; }

    public int Version { get; }

    /// <summary>Columns with a default value that a new row takes when it brings none.</summary>
    public Column[] Defaults { get; }

    /// <summary>The <c>_base</c> columns.</summary>
    public Column[] BaseColumns { get; }

    public Column[] AutoNumbers { get; }

    /// <summary>What an update looks at before it writes: state, currency and the amounts in it.</summary>
    public ColumnSet ColumnsBeforeUpdate { get; }

    public bool HasAudit { get; }

    public bool HasCurrency { get; }

    public bool IsUserOwned { get; }

    public bool HasOrganization { get; }

    private static ColumnSet BeforeUpdate(Table table, Column[] baseColumns)
    {
        ColumnSet columns = new();
        foreach (string name in ColumnsOfEveryUpdate)
        {
            if (table.Find(name) is not null)
            {
                columns.AddColumn(name);
            }
        }

        foreach (Column column in baseColumns)
        {
            columns.AddColumn(column.BaseOf!);
        }

        return columns;
    }
}
