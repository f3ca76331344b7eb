using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Store;

/// <summary>Whether a key's index can be built: rows that agree in every part of it forbid that.</summary>
internal static class KeyIndexes
{
    /// <summary>Status of a new key of a table that may have rows.</summary>
    public static KeyIndexStatus Judge(Session session, Table? table, IReadOnlyList<string> columns, bool background)
    {
        if (background) return KeyIndexStatus.Pending;
        return table is not null && HasDuplicates(session, table, columns)
            ? KeyIndexStatus.Failed
            : KeyIndexStatus.Active;
    }

    /// <summary>When a file is opened: a key whose index is not there was pending or has failed.</summary>
    public static void Settle(Session session, TableCatalog catalog, bool background)
    {
        foreach (Table table in catalog.Tables)
        {
            foreach (AlternateKey key in table.Keys.Where(key => !HasIndex(session, table, key)))
            {
                key.IndexStatus = Judge(session, table, key.Columns, background);
            }
        }
    }

    private static bool HasIndex(Session session, Table table, AlternateKey key)
    {
        Statement read = session.Connection.Prepare("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?1");
        read.Bind(1, $"{table.LogicalName}/key/{key.LogicalName}");
        bool has = read.Step();
        read.Reset();
        return has;
    }

    private static bool HasDuplicates(Session session, Table table, IReadOnlyList<string> columns)
    {
        HashSet<string> stored = new(StringComparer.Ordinal);
        Statement info = session.Connection.Prepare("SELECT name FROM pragma_table_info(?1)");
        info.Bind(1, table.LogicalName);
        while (info.Step()) stored.Add(info.Text8(0));
        info.Reset();

        // A column that SQL does not have yet is null in every row, and null is no duplicate.
        if (!columns.All(stored.Contains)) return false;
        TablePlan plan = new(table);
        string[] compared = columns.Select(plan.Get).Select(column => column.FoldSql ?? column.Sql).ToArray();
        string list = string.Join(", ", compared);
        Statement search = session.Connection.Prepare(
            $"SELECT 1 FROM {plan.Sql} WHERE {string.Join(" AND ", compared.Select(name => name + " IS NOT NULL"))} "
            + $"GROUP BY {list} HAVING count(*) > 1 LIMIT 1");
        bool found = search.Step();
        search.Reset();
        return found;
    }
}
