using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;

namespace Dataverse.Local.Store;

/// <summary>A table compiled for SQL, once per version of its description: column places and statement texts.</summary>
internal sealed class TablePlan
{
    private const string RowVersionColumn = "versionnumber";

    private readonly Dictionary<string, StoredColumn> _byName = new(StringComparer.Ordinal);

    public TablePlan(Table table)
    {
        Table = table;
        Version = table.Version;
        Sql = StoredColumn.Quote(table.LogicalName);
        int parameter = 1;
        foreach (Column column in table.OrderedColumns.Where(c => c.IsStored))
        {
            StoredColumn stored = new(column, parameter);
            parameter += stored.ParameterCount;
            _byName.Add(column.LogicalName, stored);
        }

        Id = _byName[table.PrimaryId];
        Name = table.PrimaryName is null ? null : _byName.GetValueOrDefault(table.PrimaryName);
        RowVersion = _byName.GetValueOrDefault(RowVersionColumn);
        InsertSql = WriteInsert(parameter - 1);
        DeleteSql = $"DELETE FROM {Sql} WHERE {Id.Sql} = ?1";
        ExistsSql = $"SELECT 1 FROM {Sql} WHERE {Id.Sql} = ?1";
        NameSql = Name is null ? null : $"SELECT /* name */ {Name.Sql} FROM {Sql} WHERE {Id.Sql} = ?1";
        FindAllSql = new Lazy<FindStatement>(() => FindStatement.OfAllColumns(this));
    }

    public Table Table { get; }

    public int Version { get; }

    public string Sql { get; }

    public IEnumerable<StoredColumn> Columns => _byName.Values;

    public StoredColumn Id { get; }

    public StoredColumn? Name { get; }

    public StoredColumn? RowVersion { get; }

    public string InsertSql { get; }

    public string DeleteSql { get; }

    public string ExistsSql { get; }

    public string? NameSql { get; }

    public Lazy<FindStatement> FindAllSql { get; }

    /// <summary>Statements by the columns that they read; code asks for few different sets.</summary>
    public ConcurrentDictionary<string, FindStatement> FindSome { get; } = new(StringComparer.Ordinal);

    public StoredColumn? Find(string column) => _byName.GetValueOrDefault(column);

    /// <summary>The stored column, or the platform's fault for an unknown one.</summary>
    public StoredColumn Get(string column) =>
        _byName.GetValueOrDefault(column) ?? throw QueryFault.UnknownColumn(Table.LogicalName, column);

    /// <summary>Null for a virtual column, which has no place in the row; a fault for an unknown one.</summary>
    public StoredColumn? FindStored(string column) =>
        Find(column) ?? (Table.Find(column) is not null ? null : Get(column));

    private string WriteInsert(int parameters)
    {
        StringBuilder sql = new();
        sql.Append("INSERT INTO ").Append(Sql).Append(" (");
        sql.AppendJoin(", ", Columns.SelectMany(Names)).Append(") VALUES (");
        sql.AppendJoin(", ", Enumerable.Range(1, parameters).Select(p => "?" + p)).Append(')');
        return sql.ToString();
    }

    private static IEnumerable<string> Names(StoredColumn column)
    {
        yield return column.Sql;
        if (column.FoldSql is not null) yield return column.FoldSql;
        if (column.TypeSql is not null) yield return column.TypeSql;
    }
}
