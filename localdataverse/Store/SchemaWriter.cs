using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Store;

/// <summary>Brings a table's SQL up to its description: creates the table, adds columns, creates indexes. Repeating it
/// does nothing, so it also serves a file that an older description has written.</summary>
internal sealed class SchemaWriter
{
    /// <summary>Lookups that every row has and nobody navigates from the other side.</summary>
    private static readonly HashSet<string> NotIndexed = new(StringComparer.Ordinal)
    {
        "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "owningbusinessunit", "owninguser",
        "owningteam", "transactioncurrencyid", "organizationid",
    };

    private readonly Connection _connection;

    public SchemaWriter(Connection connection) => _connection = connection;

    public void Bring(TablePlan plan)
    {
        HashSet<string> known = KnownColumns(plan);
        if (known.Count == 0)
        {
            _connection.Execute(WriteCreate(plan));
        }
        else
        {
            foreach (StoredColumn column in plan.Columns.Where(c => !known.Contains(c.Column.LogicalName)))
            {
                foreach (string definition in Definitions(plan, column))
                {
                    _connection.Execute($"ALTER TABLE {plan.Sql} ADD COLUMN {definition}");
                }
            }
        }

        foreach (string index in Indexes(plan)) _connection.Execute(index);
    }

    public static string WriteCreate(TablePlan plan)
    {
        StringBuilder sql = new();
        sql.Append("CREATE TABLE ").Append(plan.Sql).Append(" (\n  ");
        sql.AppendJoin(",\n  ", plan.Columns.SelectMany(c => Definitions(plan, c))).Append("\n)");
        return sql.ToString();
    }

    /// <summary>Unique indexes for keys; an index for the name, and one without null rows for every other text, lookup
    /// and the dates that lists sort by.</summary>
    public static IEnumerable<string> Indexes(TablePlan plan)
    {
        foreach (AlternateKey key in plan.Table.Keys)
        {
            string columns = string.Join(", ", key.Columns.Select(c => Compared(plan.Get(c))));
            yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {IndexName(plan, "key", key.LogicalName)} "
                + $"ON {plan.Sql} ({columns})";
        }

        foreach (StoredColumn column in plan.Columns)
        {
            string name = column.Column.LogicalName;
            if (column == plan.Name)
            {
                yield return $"CREATE INDEX IF NOT EXISTS {IndexName(plan, "by", name)} ON {plan.Sql} "
                    + $"({Compared(column)}, {plan.Id.Sql})";
            }
            else if (column.FoldSql is not null || (column.Column.IsLookup && !NotIndexed.Contains(name))
                || (plan.Table.IsIntersect && IsEnd(column, plan)))
            {
                yield return $"CREATE INDEX IF NOT EXISTS {IndexName(plan, "by", name)} ON {plan.Sql} "
                    + $"({Compared(column)}) WHERE {Compared(column)} IS NOT NULL";
            }
            else if (name is "createdon" or "modifiedon")
            {
                yield return $"CREATE INDEX IF NOT EXISTS {IndexName(plan, "by", name)} ON {plan.Sql} "
                    + $"({column.Sql}, {plan.Id.Sql})";
            }
        }
    }

    /// <summary>One of the two ids of a pair.</summary>
    private static bool IsEnd(StoredColumn column, TablePlan plan) =>
        column.Column.Type == ColumnType.UniqueIdentifier && column != plan.Id;

    private static string Compared(StoredColumn column) => column.FoldSql ?? column.Sql;

    private static string IndexName(TablePlan plan, string kind, string what) =>
        StoredColumn.Quote($"{plan.Table.LogicalName}/{kind}/{what}");

    private static IEnumerable<string> Definitions(TablePlan plan, StoredColumn column)
    {
        yield return column == plan.Id
            ? $"{column.Sql} {column.SqlType} NOT NULL UNIQUE"
            : $"{column.Sql} {column.SqlType}";
        if (column.FoldSql is not null) yield return $"{column.FoldSql} TEXT";
        if (column.TypeSql is not null) yield return $"{column.TypeSql} TEXT";
    }

    private HashSet<string> KnownColumns(TablePlan plan)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        Statement info = _connection.Prepare("SELECT name FROM pragma_table_info(?1)");
        info.Bind(1, plan.Table.LogicalName);
        while (info.Step()) known.Add(info.Text8(0));
        info.Reset();
        return known;
    }
}
