using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Ids of the rows that point to a row: all of them, however many pages a client would need.</summary>
internal static class ChildRows
{
    /// <summary>
    /// By a relationship; rows of a lookup with several targets only if they point to the table of this one.
    /// </summary>
    public static List<Guid> Of(Operation operation, Relationship relationship, Guid parent, int? most = null)
    {
        Table table = operation.Tables.Get(relationship.ReferencingTable);
        Column lookup = table.Find(relationship.ReferencingColumn)!;
        if (!lookup.IsPolymorphic)
        {
            return operation.Session.Select(Query(table, lookup, lookup, parent, most), QueryContext.Neutral)
                .Entities.Select(row => row.Id).ToList();
        }

        return operation.Session.Select(Query(table, lookup, lookup, parent, null), QueryContext.Neutral).Entities
            .Where(row => row.GetAttributeValue<EntityReference>(lookup.LogicalName)?.LogicalName
                == relationship.ReferencedTable)
            .Select(row => row.Id)
            .ToList();
    }

    /// <summary>By the value of a column.</summary>
    public static List<Guid> Of(Operation operation, Table table, string column, Guid value)
    {
        SelectQuery query = Query(table, table.Find(column)!, table.Find(table.PrimaryId)!, value, null);
        return operation.Session.Select(query, QueryContext.Neutral).Entities.Select(row => row.Id).ToList();
    }

    private static SelectQuery Query(Table table, Column column, Column read, Guid value, int? most)
    {
        Source root = new(table, table.LogicalName);
        root.Columns.Add(new SelectColumn(root, read));
        root.Filter = new Filter();
        root.Filter.Conditions.Add(new Condition(root, column, ConditionOperator.Equal, [value]));
        return new SelectQuery(root) { Top = most ?? int.MaxValue };
    }
}
