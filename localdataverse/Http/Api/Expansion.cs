using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>One $expand: reads the related rows of a whole page with one query.</summary>
internal sealed class Expansion
{
    private const int MostKeys = 500;

    /// <summary>Of pairs: names the id of the parent beside each row.</summary>
    private const string Pair = "pair";

    private Dictionary<Guid, List<Entity>> _rows = [];

    public required Navigation Navigation { get; init; }

    public required RowShape Shape { get; init; }

    /// <summary>$select, $filter and $orderby inside of the expand.</summary>
    public required QueryExpression Query { get; init; }

    /// <summary>$top of a collection: rows per parent.</summary>
    public int? Top { get; init; }

    /// <summary>The lookup that joins both tables has to be read with the rows.</summary>
    private string KeyColumn => Navigation.IsCollection ? Navigation.Column.LogicalName : Navigation.Target.PrimaryId;

    public void Load(IReadOnlyCollection<Entity> parents, IOrganizationService service)
    {
        Guid[] keys = parents.Select(KeyOf).OfType<Guid>().Distinct().ToArray();
        if (!Query.ColumnSet.AllColumns) Query.ColumnSet.AddColumn(KeyColumn);
        List<Entity> found = [];
        foreach (Guid[] some in keys.Chunk(MostKeys))
        {
            if (Navigation.IsManyToMany)
            {
                found.AddRange(service.RetrieveMultiple(OfPairs(some)).Entities);
                continue;
            }

            QueryExpression query = Query;
            FilterExpression narrowed = new(LogicalOperator.And);
            narrowed.AddCondition(KeyColumn, ConditionOperator.In, some.Cast<object>().ToArray());
            if (query.Criteria.Conditions.Count + query.Criteria.Filters.Count > 0) narrowed.AddFilter(query.Criteria);
            found.AddRange(service.RetrieveMultiple(With(query, narrowed)).Entities);
        }

        int most = Top ?? int.MaxValue;
        _rows = found.GroupBy(ParentOf).ToDictionary(group => group.Key, group => group.Take(most).ToList());
    }

    /// <summary>Of a lookup: none or one.</summary>
    public IReadOnlyList<Entity> RowsOf(Entity parent) =>
        KeyOf(parent) is Guid key && _rows.TryGetValue(key, out List<Entity>? rows) ? rows : [];

    private static QueryExpression With(QueryExpression query, FilterExpression criteria)
    {
        QueryExpression copy = new(query.EntityName) { ColumnSet = query.ColumnSet, Criteria = criteria };
        copy.Orders.AddRange(query.Orders);
        copy.LinkEntities.AddRange(query.LinkEntities);
        return copy;
    }

    private QueryExpression OfPairs(Guid[] parents)
    {
        QueryExpression query = With(Query, Query.Criteria);
        LinkEntity pair = query.AddLink(
            Navigation.Relationship!.IntersectTable, Navigation.Target.PrimaryId, Navigation.FarColumn);
        pair.EntityAlias = Pair;
        pair.Columns = new ColumnSet(Navigation.NearColumn);
        pair.LinkCriteria.AddCondition(
            Navigation.NearColumn, ConditionOperator.In, parents.Cast<object>().ToArray());
        return query;
    }

    private Guid? KeyOf(Entity parent)
    {
        if (Navigation.IsCollection) return parent.Id;
        EntityReference? lookup = parent.GetAttributeValue<EntityReference>(Navigation.Column.LogicalName);
        return lookup?.LogicalName == Navigation.Target.LogicalName ? lookup.Id : null;
    }

    private Guid ParentOf(Entity row) =>
        Navigation.IsManyToMany ? (Guid)row.GetAttributeValue<AliasedValue>($"{Pair}.{Navigation.NearColumn}").Value
        : Navigation.IsCollection ? row.GetAttributeValue<EntityReference>(Navigation.Column.LogicalName).Id : row.Id;
}
