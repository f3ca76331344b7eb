using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Query;

namespace Dataverse.Local.Metadata;

/// <summary>Every table and relationship of one environment. Safe to read while another thread adds; the store follows
/// a change when the table is next touched.</summary>
public sealed class TableCatalog
{
    private const int FirstCustomTypeCode = 10000;

    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Relationship> _relationships = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ChoiceSet> _globalChoices = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private volatile RelationshipIndex _index = new([]);
    private readonly Dictionary<string, int> _removedVersions = new(StringComparer.Ordinal);
    private int _nextTypeCode = FirstCustomTypeCode;

    public IEnumerable<Table> Tables => _tables.Values.OrderBy(t => t.LogicalName, StringComparer.Ordinal);

    public IReadOnlyCollection<Relationship> Relationships => _index.All;

    public IReadOnlyCollection<ChoiceSet> GlobalChoices
    {
        get { lock (_gate) return _globalChoices.Values.ToArray(); }
    }

    /// <summary>A catalog of the platform's own tables (files in <c>Metadata/platform</c>).</summary>
    public static TableCatalog OfPlatform()
    {
        TableCatalog catalog = new();
        PlatformTables.AddTo(catalog);
        return catalog;
    }

    public Table? Find(string logicalName) => _tables.GetValueOrDefault(logicalName);

    /// <summary>The table, or the platform's fault for an unknown one.</summary>
    public Table Get(string logicalName) =>
        _tables.GetValueOrDefault(logicalName) ?? throw QueryFault.UnknownTable(logicalName);

    public Table? FindByEntitySet(string entitySetName) =>
        _tables.Values.FirstOrDefault(t => t.EntitySetName == entitySetName);

    public Table? FindByTypeCode(int objectTypeCode) =>
        _tables.Values.FirstOrDefault(t => t.ObjectTypeCode == objectTypeCode);

    public ChoiceSet? FindGlobalChoice(string name)
    {
        lock (_gate) return _globalChoices.GetValueOrDefault(name);
    }

    public Relationship? FindRelationship(string schemaName) => _index.Find(schemaName);

    /// <summary>One-to-many relationships in which the table is the referenced (parent) one.</summary>
    public IReadOnlyList<Relationship> ChildrenOf(string table) => _index.ChildrenOf(table);

    /// <summary>One-to-many relationships that are lookups of the table.</summary>
    public IReadOnlyList<Relationship> ParentsOf(string table) => _index.ParentsOf(table);

    public IReadOnlyList<Relationship> ManyToManyOf(string table) => _index.ManyToManyOf(table);

    /// <summary>Adds a table; the columns that its ownership implies (created on, owner, row version ...) are added if
    /// they are not among the given ones.</summary>
    public Table Add(Table table, params IEnumerable<Column> columns) =>
        AddDescribed(table, columns, versionOnly: false);

    internal Table AddDescribed(Table table, IEnumerable<Column> columns, bool versionOnly)
    {
        lock (_gate)
        {
            if (table.ObjectTypeCode == 0) table.ObjectTypeCode = _nextTypeCode++;
            else if (table.ObjectTypeCode >= _nextTypeCode) _nextTypeCode = table.ObjectTypeCode + 1;
            if (_removedVersions.TryGetValue(table.LogicalName, out int version)) table.ContinueFrom(version);
            foreach (Column column in columns) table.Put(column);
            CommonColumns.Complete(table, versionOnly);
            if (table.OrderedColumns.Any(c => c.Type == ColumnType.Money)) CommonColumns.CompleteCurrency(table);
            table.Publish();
            if (!_tables.TryAdd(table.LogicalName, table))
            {
                throw new InvalidOperationException($"Table {table.LogicalName} is in the catalog already.");
            }
        }

        return table;
    }

    /// <summary>Adds a column, or replaces its description (never its type).</summary>
    public void AddColumn(Table table, Column column)
    {
        lock (_gate)
        {
            table.Put(column);
            if (column.Type == ColumnType.Money) CommonColumns.CompleteCurrency(table);
        }
    }

    public void AddKey(Table table, AlternateKey key)
    {
        string? missing = key.Columns.FirstOrDefault(c => table.Find(c) is null);
        if (missing is not null) throw QueryFault.UnknownColumn(table.LogicalName, missing);
        lock (_gate) table.Put(key);
    }

    /// <summary>A view filters by the column, or orders by it: the store keeps an index for that.</summary>
    internal void AddSearch(Table table, string column, bool sorted)
    {
        lock (_gate) table.PutSearch(column, sorted);
    }

    public void AddGlobalChoice(ChoiceSet choices)
    {
        lock (_gate) _globalChoices[choices.Name] = choices;
    }

    /// <summary>Takes a table out, with every relationship that it has part in.</summary>
    internal void RemoveTable(string name)
    {
        lock (_gate)
        {
            if (!_tables.TryRemove(name, out Table? table)) return;
            _removedVersions[name] = table.Version;
        }

        RemoveRelationships(r => r.ReferencedTable == name || r.ReferencingTable == name || r.IntersectTable == name);
    }

    /// <summary>With the relationships of a lookup and the keys that the column is part of.</summary>
    internal void RemoveColumn(Table table, string column)
    {
        lock (_gate) table.Remove(column);
        RemoveRelationships(r => r.Kind == RelationshipKind.OneToMany
            && r.ReferencingTable == table.LogicalName && r.ReferencingColumn == column);
    }

    /// <summary>The store builds the index of a key that became active when the table is next touched.</summary>
    internal void SetKeyStatus(Table table, AlternateKey key, KeyIndexStatus status)
    {
        key.IndexStatus = status;
        lock (_gate) table.Put(key);
    }

    internal void RemoveKey(Table table, string key)
    {
        lock (_gate) table.RemoveKey(key);
    }

    internal void RemoveRelationships(Predicate<Relationship> isGone)
    {
        lock (_gate)
        {
            foreach (string name in _relationships.Values.Where(r => isGone(r)).Select(r => r.SchemaName).ToArray())
            {
                _relationships.Remove(name);
            }

            _index = new RelationshipIndex(_relationships.Values.ToArray());
        }
    }

    internal void RemoveGlobalChoice(string name)
    {
        lock (_gate) _globalChoices.Remove(name);
    }

    public void AddRelationship(Relationship relationship) => AddRelationships([relationship]);

    /// <summary>As many calls of <see cref="AddRelationship"/>, with the index built once.</summary>
    public void AddRelationships(IEnumerable<Relationship> relationships)
    {
        lock (_gate)
        {
            foreach (Relationship relationship in relationships)
            {
                _relationships[relationship.SchemaName] = relationship;
                if (relationship.IsHierarchical && Find(relationship.ReferencingTable) is { } table)
                {
                    table.HierarchyColumn = relationship.ReferencingColumn;
                }
            }

            _index = new RelationshipIndex(_relationships.Values.ToArray());
        }
    }
}
