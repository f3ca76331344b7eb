using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>QueryExpression into the query model. One reader reads one query.</summary>
internal sealed class QueryExpressionReader
{
    private readonly QueryScope _scope;
    private readonly List<PendingLink> _links = new();

    public QueryExpressionReader(TableCatalog catalog) => _scope = new QueryScope(catalog);

    public SelectQuery Read(QueryExpression expression)
    {
        if (expression.SubQueryExpression is not null) throw QueryFault.Refused("SubQueryExpression");
        if (!string.IsNullOrEmpty(expression.DataSource))
            throw QueryFault.Refused($"the data source {expression.DataSource}");
        Source root = _scope.AddRoot(expression.EntityName);
        SelectQuery query = new(root) { Distinct = expression.Distinct };
        foreach (LinkEntity link in expression.LinkEntities) root.Joins.Add(ReadLink(root, link));
        ReadColumns(query, root, expression.ColumnSet);
        foreach (PendingLink link in _links) ReadColumns(query, link.Source, link.Link.Columns);
        root.Filter = ReadFilter(root, expression.Criteria);
        foreach (PendingLink link in _links.ToList())
            link.Source.Filter = ReadFilter(link.Source, link.Link.LinkCriteria);
        ReadOrders(query, root, expression.Orders);
        foreach (PendingLink link in _links) ReadOrders(query, link.Source, link.Link.Orders);
        ReadPage(query, expression);
        return query.Checked();
    }

    private Join ReadLink(Source parent, LinkEntity link)
    {
        Source target = _scope.AddLink(link.LinkToEntityName, link.EntityAlias);
        Join join = new(
            KindOf(link.JoinOperator), QueryScope.Column(parent, link.LinkFromAttributeName), target,
            QueryScope.Column(target, link.LinkToAttributeName));
        _links.Add(new PendingLink(target, link));
        foreach (LinkEntity inner in link.LinkEntities) target.Joins.Add(ReadLink(target, inner));
        return join;
    }

    private static JoinKind KindOf(JoinOperator op) => op switch
    {
        JoinOperator.Inner or JoinOperator.Natural => JoinKind.Inner,
        JoinOperator.LeftOuter => JoinKind.Outer,
        JoinOperator.MatchFirstRowUsingCrossApply => JoinKind.MatchFirst,
        JoinOperator.In => JoinKind.In,
        JoinOperator.Exists => JoinKind.Exists,
        JoinOperator.Any => JoinKind.Any,
        JoinOperator.NotAny => JoinKind.NotAny,
        JoinOperator.All => JoinKind.All,
        JoinOperator.NotAll => JoinKind.NotAll,
        _ => throw QueryFault.Refused($"the join operator {op}"),
    };

    private static void ReadColumns(SelectQuery query, Source source, ColumnSet? columns)
    {
        if (columns is null) return;
        if (columns.AttributeExpressions.Count > 0)
        {
            foreach (XrmAttributeExpression expression in columns.AttributeExpressions)
                ReadComputed(query, source, expression);
            return;
        }

        IEnumerable<Column> selected = columns.AllColumns
            ? source.Table.OrderedColumns.Where(c => c.ValidForRead)
            : columns.Columns.Distinct().Select(name => QueryScope.Column(source, name));
        source.Columns.AddRange(selected.Select(c => new SelectColumn(source, c)));
    }

    private static void ReadComputed(SelectQuery query, Source source, XrmAttributeExpression expression)
    {
        string? alias = string.IsNullOrEmpty(expression.Alias) ? null : expression.Alias;
        if (alias is not null) QueryScope.CheckAlias(alias);
        if (expression.DateTimeGrouping > XrmDateTimeGrouping.Year)
        {
            throw QueryFault.Refused($"the date grouping {expression.DateTimeGrouping}");
        }

        query.IsAggregate |= expression.AggregateType != XrmAggregateType.None || expression.HasGroupBy;
        source.Columns.Add(new SelectColumn(source, QueryScope.Column(source, expression.AttributeName))
        {
            Alias = alias, Aggregate = (Aggregate)expression.AggregateType, GroupBy = expression.HasGroupBy,
            DateGrouping = (DateGrouping)expression.DateTimeGrouping,
        });
    }

    private Filter? ReadFilter(Source source, FilterExpression? expression)
    {
        if (expression is null) return null;
        Filter filter = new() { IsOr = expression.FilterOperator == LogicalOperator.Or };
        foreach (ConditionExpression condition in expression.Conditions)
        {
            filter.Conditions.Add(ReadCondition(source, condition));
        }

        if (expression.AnyAllFilterLinkEntity is { } related) filter.Related.Add(ReadRelated(source, related));
        foreach (FilterExpression inner in expression.Filters) filter.Filters.Add(ReadFilter(source, inner)!);
        return filter;
    }

    private Join ReadRelated(Source source, LinkEntity link)
    {
        int known = _links.Count;
        Join join = ReadLink(source, link);
        foreach (PendingLink inner in _links.Skip(known).ToList())
        {
            inner.Source.Filter = ReadFilter(inner.Source, inner.Link.LinkCriteria);
        }

        _links.RemoveRange(known, _links.Count - known);
        return join;
    }

    private Condition ReadCondition(Source own, ConditionExpression condition)
    {
        Source source = _scope.Named(condition.EntityName, own);
        Column column = QueryScope.Column(source, condition.AttributeName);
        if (condition.CompareColumns)
        {
            string? other = condition.Values.Count == 1 ? condition.Values[0] as string : null;
            return new Condition(source, column, condition.Operator, [])
            {
                OtherColumn = QueryScope.Column(source, other), OtherSource = source,
            };
        }

        return new Condition(
            source, column, condition.Operator,
                ConditionValues.Read(source, column, condition.Operator, condition.Values));
    }

    private void ReadOrders(SelectQuery query, Source own, IEnumerable<OrderExpression> orders)
    {
        foreach (OrderExpression order in orders)
        {
            Source source = _scope.Named(order.EntityName, own);
            bool descending = order.OrderType == OrderType.Descending;
            SelectColumn? result = string.IsNullOrEmpty(order.Alias)
                ? null
                : query.Sources.SelectMany(s => s.Columns).FirstOrDefault(c => c.Alias == order.Alias);
            query.Orders.Add(result is not null
                ? new Order(result, descending)
                : new Order(source, QueryScope.Column(source, order.AttributeName), descending));
        }
    }

    private static void ReadPage(SelectQuery query, QueryExpression expression)
    {
        PagingInfo? info = expression.PageInfo;
        bool isPaged = info is { PageNumber: > 0 } or { Count: > 0 } || !string.IsNullOrEmpty(info?.PagingCookie);
        if (expression.TopCount is { } top)
        {
            if (isPaged) throw QueryFault.TopAndPage(top);
            query.Top = QueryLimits.CheckTop(top);
            return;
        }

        query.Page = QueryLimits.PageOf(
            info?.PageNumber, info?.Count, info?.PagingCookie, info?.ReturnTotalRecordCount == true);
    }
}
