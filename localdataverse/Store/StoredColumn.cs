using System;
using System.Globalization;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Store;

/// <summary>A column's place in SQL: its name, the folded copy beside text, the type name beside a polymorphic
/// lookup, and its position as a parameter of the table's INSERT.</summary>
internal sealed class StoredColumn
{
    public const string FoldSuffix = "__fold";
    public const string TypeSuffix = "__type";
    private const int MoneyDecimals = 4;
    private const int MostDecimals = 12;

    public StoredColumn(Column column, int parameter)
    {
        Column = column;
        Parameter = parameter;
        Sql = Quote(column.LogicalName);
        if (column.Type is ColumnType.String or ColumnType.EntityName) FoldSql = Quote(column.LogicalName + FoldSuffix);
        if (column.IsPolymorphic) TypeSql = Quote(column.LogicalName + TypeSuffix);
        Decimals = column.Type == ColumnType.Money ? MoneyDecimals : Math.Clamp(column.Precision, 0, MostDecimals);
    }

    public Column Column { get; }

    /// <summary>Position of the value in the INSERT; the folded copy or the type name follows at the next
    /// one.</summary>
    public int Parameter { get; }

    public int ParameterCount => FoldSql is null && TypeSql is null ? 1 : 2;

    /// <summary>Result columns that reading takes: the value, and the type name of a polymorphic lookup.</summary>
    public int OrdinalCount => TypeSql is null ? 1 : 2;

    public string Sql { get; }

    public string? FoldSql { get; }

    public string? TypeSql { get; }

    /// <summary>Decimal places of the integer that stands for money, and those that a decimal is rounded to.</summary>
    public int Decimals { get; }

    public string SqlType => Column.Type switch
    {
        ColumnType.String or ColumnType.Memo or ColumnType.EntityName or ColumnType.MultiChoice => "TEXT",
        ColumnType.Double => "REAL",
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner or ColumnType.UniqueIdentifier => "BLOB",
        ColumnType.File or ColumnType.Image or ColumnType.Decimal => "BLOB",
        ColumnType.Virtual => throw new InvalidOperationException($"{Column} is not stored."),
        _ => "INTEGER",
    };

    public static string Quote(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
