using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Store;

/// <summary>Takes tables, columns and keys out of SQL, with their data, inside the transaction that removes a solution.
/// What a table has not brought to SQL yet needs no removal.</summary>
internal sealed class SchemaRemover
{
    private readonly Connection _connection;

    public SchemaRemover(Connection connection) => _connection = connection;

    public void DropTable(Table table) =>
        _connection.Execute($"DROP TABLE IF EXISTS {StoredColumn.Quote(table.LogicalName)}");

    public void DropColumn(Table table, Column column)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        Statement info = _connection.Prepare("SELECT name FROM pragma_table_info(?1)");
        info.Bind(1, table.LogicalName);
        while (info.Step()) known.Add(info.Text8(0));
        info.Reset();
        string[] names =
        [
            column.LogicalName, column.LogicalName + StoredColumn.FoldSuffix,
            column.LogicalName + StoredColumn.TypeSuffix,
        ];
        string[] there = names.Where(known.Contains).ToArray();
        if (there.Length == 0) return;
        DropIndexes(table, sql => there.Any(name => sql.Contains(StoredColumn.Quote(name), StringComparison.Ordinal)));
        foreach (string name in there)
        {
            _connection.Execute(
                $"ALTER TABLE {StoredColumn.Quote(table.LogicalName)} DROP COLUMN {StoredColumn.Quote(name)}");
        }
    }

    public void DropKey(Table table, string key)
    {
        string name = StoredColumn.Quote($"{table.LogicalName}/key/{key}");
        DropIndexes(table, sql => sql.Contains(name, StringComparison.Ordinal));
    }

    private void DropIndexes(Table table, Func<string, bool> isGone)
    {
        List<string> indexes = [];
        Statement read = _connection.Prepare(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL");
        read.Bind(1, table.LogicalName);
        while (read.Step())
        {
            if (isGone(read.Text8(1))) indexes.Add(read.Text8(0));
        }

        read.Reset();
        foreach (string index in indexes) _connection.Execute($"DROP INDEX {StoredColumn.Quote(index)}");
    }
}
