using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Store;

/// <summary>SELECT of one row by its id, with the columns that it brings.</summary>
internal sealed class FindStatement
{
    private FindStatement(TablePlan plan, IEnumerable<StoredColumn> columns)
    {
        List<ResultColumn> results = new() { ResultColumn.Plain(plan, plan.Id, 0) };
        int ordinal = plan.Id.OrdinalCount;
        foreach (StoredColumn column in columns.Where(c => c != plan.Id))
        {
            results.Add(ResultColumn.Plain(plan, column, ordinal));
            ordinal += column.OrdinalCount;
        }

        AddCurrency(plan, results, ordinal);
        AddVersion(plan, results, results[^1].Ordinal + results[^1].Stored.OrdinalCount);
        ResultColumn.LinkCurrencies(results);
        Columns = results;
        Sql = Write(plan, results);
    }

    public string Sql { get; }

    public IReadOnlyList<ResultColumn> Columns { get; }

    public static FindStatement OfAllColumns(TablePlan plan) =>
        new(plan, plan.Columns.Where(c => c.Column.ValidForRead));

    public static FindStatement Of(TablePlan plan, ColumnSet columns) =>
        columns.AllColumns
            ? plan.FindAllSql.Value
            : plan.FindSome.GetOrAdd(string.Join(',', columns.Columns), _ => OfColumns(plan, columns));

    private static FindStatement OfColumns(TablePlan plan, ColumnSet columns) =>
        new(plan, columns.Columns.Distinct().Where(c => IsStored(plan, c)).Select(plan.Get));

    private static bool IsStored(TablePlan plan, string column) =>
        plan.Table.Find(column) is not { IsStored: false };

    /// <summary>Formatted money needs the row's currency, asked for or not.</summary>
    private static void AddCurrency(TablePlan plan, List<ResultColumn> results, int ordinal)
    {
        if (plan.Find(ResultColumn.CurrencyColumn) is not { } currency) return;
        if (!results.Exists(r => r.Stored.Column.Type == ColumnType.Money)) return;
        if (results.Exists(r => r.Stored == currency)) return;
        results.Add(ResultColumn.Hidden(plan, currency, ordinal));
    }

    private static void AddVersion(TablePlan plan, List<ResultColumn> results, int ordinal)
    {
        if (plan.RowVersion is null || results.Exists(r => r.Stored == plan.RowVersion)) return;
        results.Add(ResultColumn.Hidden(plan, plan.RowVersion, ordinal, isRoot: true));
    }

    private static string Write(TablePlan plan, List<ResultColumn> results)
    {
        StringBuilder sql = new("SELECT ");
        for (int i = 0; i < results.Count; i++)
        {
            if (i > 0) sql.Append(", ");
            sql.Append(results[i].Stored.Sql);
            if (results[i].Stored.TypeSql is { } type) sql.Append(", ").Append(type);
        }

        return sql.Append(" FROM ").Append(plan.Sql).Append(" WHERE ").Append(plan.Id.Sql).Append(" = ?1").ToString();
    }
}
