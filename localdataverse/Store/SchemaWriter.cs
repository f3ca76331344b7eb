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

        foreach (string index in TableIndexes.Of(plan)) _connection.Execute(index);
    }

    public static string WriteCreate(TablePlan plan)
    {
        StringBuilder sql = new();
        sql.Append("CREATE TABLE ").Append(plan.Sql).Append(" (\n  ");
        sql.AppendJoin(",\n  ", plan.Columns.SelectMany(c => Definitions(plan, c))).Append("\n)");
        return sql.ToString();
    }

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
