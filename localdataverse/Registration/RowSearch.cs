using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>Rows of the platform's own tables by one column, straight from the store, without a page limit.</summary>
internal static class RowSearch
{
    /// <summary>All rows whose column has the value, with all their columns, oldest first.</summary>
    public static IReadOnlyList<Entity> Where(this Session session, Table table, string column, object value)
    {
        Source rows = new(table, "row") { Filter = new Filter() };
        rows.Filter.Conditions.Add(new Condition(rows, table.Find(column)!, ConditionOperator.Equal, [value]));
        return Read(session, rows, table.OrderedColumns);
    }

    public static IReadOnlyList<Entity> All(this Session session, Table table) =>
        Read(session, new Source(table, "row"), table.OrderedColumns);

    /// <summary>Primary ids of all rows, nothing else being read.</summary>
    public static HashSet<Guid> Ids(this Session session, Table table) =>
        [.. Read(session, new Source(table, "row"), [table.Find(table.PrimaryId)!]).Select(row => row.Id)];

    private static IReadOnlyList<Entity> Read(Session session, Source rows, IEnumerable<Column> columns)
    {
        foreach (Column column in columns.Where(column => column.IsStored))
        {
            rows.Columns.Add(new SelectColumn(rows, column));
        }

        SelectQuery query = new(rows) { Top = int.MaxValue };
        if (rows.Table.Find("createdon") is Column createdOn)
        {
            query.Orders.Add(new Order(rows, createdOn, descending: false));
        }

        return [.. session.Select(query, QueryContext.Neutral).Entities];
    }
}
