using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Dataverse.Local.Metadata;

/// <summary>Description of one table. Changes only through the catalog;
/// <see cref="Version"/> tells the store when its SQL has to follow. Once in the catalog, a change replaces the
/// collections instead of changing them, so that requests of other threads read on undisturbed.</summary>
public sealed class Table
{
    private volatile Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private volatile List<Column> _ordered = new();
    private volatile List<AlternateKey> _keys = new();
    private bool _isPublished;

    public required string LogicalName { get; init; }

    public required string SchemaName { get; init; }

    public required string EntitySetName { get; init; }

    /// <summary>Type code; the catalog gives custom tables the next free one from 10000 when this is 0.</summary>
    public int ObjectTypeCode { get; set; }

    public required string PrimaryId { get; init; }

    /// <summary>Null for tables without a name, such as intersect tables.</summary>
    public string? PrimaryName { get; init; }

    public Ownership Ownership { get; init; }

    public LocalizedText Labels { get; set; } = new();

    public LocalizedText CollectionLabels { get; set; } = new();

    public LocalizedText Descriptions { get; set; } = new();

    public bool IsActivity { get; init; }

    public bool IsIntersect { get; init; }

    public bool IsCustom { get; init; }

    /// <summary>Its rows decide who may do what: roles, teams, shares.</summary>
    internal bool GuardsAccess { get; init; }

    public IReadOnlyDictionary<string, Column> Columns => _columns;

    /// <summary>The columns in the order in which they were added.</summary>
    public IReadOnlyList<Column> OrderedColumns => _ordered;

    public IReadOnlyList<AlternateKey> Keys => _keys;

    /// <summary>Columns that views filter by.</summary>
    internal ImmutableHashSet<string> SearchedColumns { get; private set; } = [];

    /// <summary>Columns that views order by.</summary>
    internal ImmutableHashSet<string> SortedColumns { get; private set; } = [];

    /// <summary>Counts changes of columns, keys and what views search.</summary>
    public int Version { get; private set; }

    /// <summary>The self reference that hierarchy operators walk; set by the catalog.</summary>
    internal string? HierarchyColumn { get; set; }

    public Column? State => _columns.GetValueOrDefault("statecode");

    public Column? Status => _columns.GetValueOrDefault("statuscode");

    public Column? Find(string column) => _columns.GetValueOrDefault(column);

    public override string ToString() => LogicalName;

    /// <summary>Called when other threads can see the table.</summary>
    internal void Publish() => _isPublished = true;

    /// <summary>Adds a column or replaces its description; the type of a stored column never changes.</summary>
    internal void Put(Column column)
    {
        Dictionary<string, Column> columns = _isPublished ? new(_columns, StringComparer.Ordinal) : _columns;
        List<Column> ordered = _isPublished ? new(_ordered) : _ordered;
        if (columns.TryGetValue(column.LogicalName, out Column? known))
        {
            if (known.Type != column.Type)
            {
                throw new InvalidOperationException(
                    $"Column {LogicalName}.{column.LogicalName} is {known.Type} and cannot become {column.Type}.");
            }

            ordered[ordered.IndexOf(known)] = column;
        }
        else
        {
            ordered.Add(column);
        }

        columns[column.LogicalName] = column;
        _columns = columns;
        _ordered = ordered;
        Version++;
    }

    /// <summary>After a table of this name was removed: what is cached by name and version must not fit.</summary>
    internal void ContinueFrom(int version) => Version = version + 1;

    internal void Remove(string column)
    {
        _columns = _columns.Where(c => c.Key != column).ToDictionary(StringComparer.Ordinal);
        _ordered = _ordered.Where(c => c.LogicalName != column).ToList();
        _keys = _keys.Where(k => !k.Columns.Contains(column)).ToList();
        if (HierarchyColumn == column) HierarchyColumn = null;
        Version++;
    }

    internal void RemoveKey(string key)
    {
        _keys = _keys.Where(k => k.LogicalName != key).ToList();
        Version++;
    }

    /// <summary>A view filters by the column, or orders by it.</summary>
    internal void PutSearch(string column, bool sorted)
    {
        ImmutableHashSet<string> known = sorted ? SortedColumns : SearchedColumns;
        ImmutableHashSet<string> all = known.Add(column);
        if (all == known) return;
        if (sorted) SortedColumns = all;
        else SearchedColumns = all;
        Version++;
    }

    internal void Put(AlternateKey key)
    {
        List<AlternateKey> keys = new(_keys);
        int known = keys.FindIndex(k => k.LogicalName == key.LogicalName);
        if (known >= 0) keys[known] = key;
        else keys.Add(key);
        _keys = keys;
        Version++;
    }
}
