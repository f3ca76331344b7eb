using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>The self reference that the operators under and above walk, in SQL names.</summary>
internal sealed class HierarchyLink
{
    private HierarchyLink(TablePlan plan, StoredColumn parent)
    {
        Table = plan.Sql;
        Id = plan.Id.Sql;
        Parent = parent.Sql;
    }

    public string Table { get; }

    public string Id { get; }

    public string Parent { get; }

    /// <summary>Found by the condition's column: the table's id or a lookup into the same table.</summary>
    public static HierarchyLink Of(Condition condition, Func<Table, TablePlan> planOf)
    {
        Table table = condition.Source.Table;
        bool walksOwnTable = condition.Column.LogicalName == table.PrimaryId
            || (condition.Column.Targets is [var target] && target == table.LogicalName);
        if (!walksOwnTable || table.HierarchyColumn is not { } column)
        {
            throw QueryFault.Refused($"{condition.Operator} on {table}.{condition.Column}, which is no hierarchy");
        }

        TablePlan plan = planOf(table);
        return new(plan, plan.Get(column));
    }
}
