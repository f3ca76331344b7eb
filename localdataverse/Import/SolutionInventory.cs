using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>What a solution has brought, component by component: what an upgrade or its uninstall takes away.</summary>
internal sealed class SolutionInventory
{
    /// <summary>Rows that solutions share; they are the platform's.</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "sdkmessage", "sdkmessagefilter" };

    public HashSet<ComponentKey> Components { get; } = [];

    /// <summary>Rows that their publisher does not let others change.</summary>
    public HashSet<Guid> Locked { get; } = [];

    /// <summary>Web resources, forms, views ... that the engine keeps for those who show them.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    public static string PartOf(SolutionPart part) => $"{part.Kind}|{part.Name}|{part.Table}";

    public static SolutionInventory Of(PackageReading reading)
    {
        SolutionInventory inventory = new();
        foreach (TableDefinition table in reading.Tables)
        {
            inventory.Add(table);
        }

        foreach (ChoiceSet choices in reading.Choices.Values)
        {
            inventory.Components.Add(new ComponentKey(ComponentKey.Choice, choices.Name));
            inventory.Add(choices);
        }

        inventory.Components.UnionWith(reading.Relationships.Select(definition =>
            new ComponentKey(ComponentKey.Relationship, definition.Relationship.SchemaName)));
        inventory.Components.UnionWith(reading.Rows.Where(row => !Shared.Contains(row.LogicalName))
            .Select(row => ComponentKey.OfRow(row.LogicalName, row.Id)));
        inventory.Locked.UnionWith(reading.Locked);
        inventory.Parts.UnionWith(reading.Parts.Select(PartOf));
        return inventory;
    }

    /// <summary>What an update adds; nothing goes.</summary>
    public void Add(SolutionInventory newer)
    {
        Components.UnionWith(newer.Components);
        Parts.UnionWith(newer.Parts);
        Locked.Clear();
        Locked.UnionWith(newer.Locked);
    }

    private void Add(TableDefinition table)
    {
        if (table.Own is not null)
        {
            Components.Add(new ComponentKey(ComponentKey.Table, table.LogicalName));
        }

        foreach (Column column in table.Columns.Where(column => column.IsCustom))
        {
            Components.Add(ComponentKey.OfColumn(table.LogicalName, column.LogicalName));
            if (column.Choices is { IsGlobal: false } choices && column.Type != ColumnType.Boolean)
            {
                Add(choices);
            }
        }

        Components.UnionWith(table.Keys.Select(key => ComponentKey.OfKey(table.LogicalName, key.LogicalName)));
    }

    private void Add(ChoiceSet choices) =>
        Components.UnionWith(choices.Options.Select(option => ComponentKey.OfOption(choices.Name, option.Value)));
}
