using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>
/// Brings the tables of a checked package into the catalog. It only adds and replaces: a table, column, key or
/// choice value that a newer package no longer holds stays, as in an update of the platform.
/// </summary>
internal sealed class CatalogApplier
{
    private readonly PackageReading _reading;
    private readonly TableCatalog _catalog;

    public CatalogApplier(PackageReading reading, TableCatalog catalog)
    {
        _reading = reading;
        _catalog = catalog;
    }

    public void Apply()
    {
        foreach (ChoiceSet choices in _reading.Choices.Values)
        {
            Apply(choices);
        }

        foreach (TableDefinition table in _reading.Tables)
        {
            Apply(table);
        }

        _catalog.AddRelationships(_reading.Relationships.Select(Resolve).OfType<Relationship>().ToArray());
        foreach (XElement view in _reading.Views)
        {
            ViewSearches.Into(_catalog, view);
        }
    }

    /// <summary>Names of the relationships that are only kept: one of their tables is not described here.</summary>
    public static IEnumerable<RelationshipDefinition> Unresolved(PackageReading reading, TableCatalog catalog) =>
        reading.Relationships.Where(definition =>
            !TableChecks.HasTable(reading, catalog, definition.Relationship.ReferencedTable)
            || !TableChecks.HasTable(reading, catalog, definition.Relationship.ReferencingTable));

    private void Apply(ChoiceSet choices)
    {
        ChoiceSet? known = _catalog.FindGlobalChoice(choices.Name);
        if (known is null)
        {
            _catalog.AddGlobalChoice(choices);
            return;
        }

        foreach (Choice option in choices.Options)
        {
            known.Put(option);
        }
    }

    private void Apply(TableDefinition definition)
    {
        Table? table = _catalog.Find(definition.LogicalName);
        if (table is null)
        {
            table = _catalog.Add(definition.Own!, definition.Columns);
        }
        else
        {
            if (definition.Own is not null)
            {
                table.Labels = definition.Own.Labels;
                table.CollectionLabels = definition.Own.CollectionLabels;
                table.Descriptions = definition.Own.Descriptions;
            }

            foreach (Column column in definition.Columns)
            {
                KeepOptions(table.Find(column.LogicalName), column);
                _catalog.AddColumn(table, column);
            }
        }

        foreach (AlternateKey key in definition.Keys)
        {
            _catalog.AddKey(table, key);
        }
    }

    /// <summary>Values of a choice that the newer package lacks stay, until an upgrade takes them away.</summary>
    private static void KeepOptions(Column? known, Column newer)
    {
        if (known?.Choices is not { IsGlobal: false } before || newer.Choices is not { IsGlobal: false } after)
        {
            return;
        }

        foreach (Choice option in before.Options.Where(option => !after.Has(option.Value)).ToArray())
        {
            after.Put(option);
        }
    }

    private Relationship? Resolve(RelationshipDefinition definition)
    {
        Relationship read = definition.Relationship;
        Table? referenced = _catalog.Find(read.ReferencedTable);
        Table? referencing = _catalog.Find(read.ReferencingTable);
        if (referenced is null || referencing is null)
        {
            return null;
        }

        return read.Kind == RelationshipKind.OneToMany
            ? OneToMany(read, referenced)
            : IntersectTables.Complete(_catalog, read);
    }

    private static Relationship OneToMany(Relationship read, Table referenced) => new()
    {
        SchemaName = read.SchemaName,
        Kind = read.Kind,
        ReferencedTable = read.ReferencedTable,
        ReferencedColumn = referenced.PrimaryId,
        ReferencingTable = read.ReferencingTable,
        ReferencingColumn = read.ReferencingColumn,
        ReferencedNavigation = read.ReferencedNavigation,
        ReferencingNavigation = read.ReferencingNavigation,
        OnDelete = read.OnDelete,
        OnAssign = read.OnAssign,
        OnReparent = read.OnReparent,
        OnShare = read.OnShare,
        OnUnshare = read.OnUnshare,
        IsHierarchical = read.IsHierarchical,
        IsCustom = read.IsCustom,
    };
}
