using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// The navigation properties of every table at one moment. Where a relationship names none, a platform lookup gives its
/// logical name and one's own its schema name; a lookup of several targets adds <c>_table</c>. A relationship of a
/// table with itself whose ends have one name is reached from its first end.
/// </summary>
internal sealed class NavigationIndex
{
    private readonly Dictionary<string, Dictionary<string, Navigation>> _byTable = new(StringComparer.Ordinal);

    public NavigationIndex(TableCatalog catalog)
    {
        foreach (Table table in catalog.Tables)
        {
            foreach (Column column in table.OrderedColumns.Where(column => column.IsLookup))
            {
                foreach (string target in column.Targets) AddLookup(catalog, table, column, target);
            }
        }

        foreach (Relationship pairs in catalog.Relationships.Where(one => one.Kind == RelationshipKind.ManyToMany))
        {
            AddPairs(catalog, pairs);
        }
    }

    public IEnumerable<Navigation> Of(Table table) =>
        _byTable.TryGetValue(table.LogicalName, out Dictionary<string, Navigation>? own) ? own.Values : [];

    public Navigation? Find(Table table, string name) =>
        _byTable.GetValueOrDefault(table.LogicalName)?.GetValueOrDefault(name);

    /// <summary>The property through which a lookup reaches a table.</summary>
    public Navigation? OfLookup(Table table, Column column, string target) =>
        Of(table).FirstOrDefault(own => !own.IsCollection && own.Column == column && own.Target.LogicalName == target);

    private void AddLookup(TableCatalog catalog, Table table, Column column, string targetName)
    {
        if (catalog.Find(targetName) is not Table target) return;
        Relationship? relationship = catalog.ParentsOf(table.LogicalName).FirstOrDefault(
            one => one.ReferencingColumn == column.LogicalName && one.ReferencedTable == targetName);
        string plain = column.IsCustom ? column.SchemaName : column.LogicalName;
        string name = relationship?.ReferencingNavigation
            ?? (column.Targets.Count == 1 ? plain : $"{plain}_{targetName}");
        Add(new Navigation(name, table, target, column, IsCollection: false) { Relationship = relationship });
        if (relationship is not null)
        {
            string children = relationship.ReferencedNavigation ?? relationship.SchemaName;
            Add(new Navigation(children, target, table, column, IsCollection: true) { Relationship = relationship });
        }
    }

    private void AddPairs(TableCatalog catalog, Relationship pairs)
    {
        if (catalog.Find(pairs.ReferencedTable) is not Table first
            || catalog.Find(pairs.ReferencingTable) is not Table second)
        {
            return;
        }

        string fromFirst = pairs.ReferencedNavigation ?? pairs.SchemaName;
        string fromSecond = pairs.ReferencingNavigation ?? pairs.SchemaName;
        Add(new Navigation(fromFirst, first, second, second.Columns[second.PrimaryId], IsCollection: true)
        {
            Relationship = pairs, NearColumn = pairs.FirstIntersectColumn, FarColumn = pairs.SecondIntersectColumn,
        });
        Add(new Navigation(fromSecond, second, first, first.Columns[first.PrimaryId], IsCollection: true)
        {
            Relationship = pairs, NearColumn = pairs.SecondIntersectColumn, FarColumn = pairs.FirstIntersectColumn,
        });
    }

    private void Add(Navigation navigation)
    {
        string table = navigation.Source.LogicalName;
        if (!_byTable.TryGetValue(table, out Dictionary<string, Navigation>? own))
        {
            _byTable.Add(table, own = new Dictionary<string, Navigation>(StringComparer.Ordinal));
        }

        own.TryAdd(navigation.Name, navigation);
    }
}
