using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Store;

/// <summary>Which columns of a table have an index: every index makes every row dearer to write, so there is one where
/// a key, the name, a relationship, a view or a quick find needs it, and nowhere else (docs/architecture.md).</summary>
internal static class TableIndexes
{
    /// <summary>Tables of people and settings: few rows, to which every row of the others points.</summary>
    private static readonly HashSet<string> FewRows = new(StringComparer.Ordinal)
    {
        "systemuser", "team", "businessunit", "organization", "transactioncurrency", "uom", "uomschedule",
        "pricelevel", "territory",
    };

    public static IEnumerable<string> Of(TablePlan plan)
    {
        foreach (AlternateKey key in ActiveKeys(plan))
        {
            string columns = string.Join(", ", key.Columns.Select(c => Compared(plan.Get(c))));
            yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {Name(plan, "key", key.LogicalName)} "
                + $"ON {plan.Sql} ({columns})";
        }

        foreach (StoredColumn column in plan.Columns)
        {
            if (column == plan.Id || LeadsKey(plan, column)) continue;
            if (IsSorted(plan, column))
            {
                yield return $"CREATE INDEX IF NOT EXISTS {Name(plan, "sort", column.Column.LogicalName)} "
                    + $"ON {plan.Sql} ({Compared(column)}, {plan.Id.Sql})";
            }
            else if (IsSearched(plan, column))
            {
                yield return $"CREATE INDEX IF NOT EXISTS {Name(plan, "by", column.Column.LogicalName)} "
                    + $"ON {plan.Sql} ({Compared(column)}) WHERE {Compared(column)} IS NOT NULL";
            }
        }
    }

    private static IEnumerable<AlternateKey> ActiveKeys(TablePlan plan) =>
        plan.Table.Keys.Where(key => key.IndexStatus == KeyIndexStatus.Active);

    private static bool LeadsKey(TablePlan plan, StoredColumn column) =>
        ActiveKeys(plan).Any(key => key.Columns[0] == column.Column.LogicalName);

    /// <summary>Pages in the order of the column are read off the index, id included.</summary>
    private static bool IsSorted(TablePlan plan, StoredColumn column) =>
        column == plan.Name || plan.Table.SortedColumns.Contains(column.Column.LogicalName)
        || (column.Column.LogicalName == "createdon" && plan.Table.Ownership != Ownership.None);

    private static bool IsSearched(TablePlan plan, StoredColumn column)
    {
        Column described = column.Column;
        if (described.IsLookup) return IsNavigated(plan.Table, described);
        return described.IsSearched || plan.Table.SearchedColumns.Contains(described.LogicalName)
            || (plan.Table.IsIntersect && described.Type == ColumnType.UniqueIdentifier);
    }

    /// <summary>Lookups are walked from the other side, except to people and settings; an owner's rows are what he may
    /// read.</summary>
    private static bool IsNavigated(Table table, Column lookup) => lookup.Type == ColumnType.Owner
        ? table.Ownership == Ownership.User
        : lookup.Targets.Count == 0 || lookup.Targets.Any(target => !FewRows.Contains(target))
            || table.HierarchyColumn == lookup.LogicalName;

    private static string Compared(StoredColumn column) => column.FoldSql ?? column.Sql;

    private static string Name(TablePlan plan, string kind, string what) =>
        StoredColumn.Quote($"{plan.Table.LogicalName}/{kind}/{what}");
}
