using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// $filter and $orderby into a QueryExpression. Values stay values: nothing of the URL becomes query text. Columns of a
/// lookup's row (<c>primarycontactid/fullname</c>) become an outer link.
/// </summary>
internal sealed class FilterTranslator
{
    private static readonly Dictionary<BinaryOperatorKind, ConditionOperator> Operators = new()
    {
        [BinaryOperatorKind.Equal] = ConditionOperator.Equal,
        [BinaryOperatorKind.NotEqual] = ConditionOperator.NotEqual,
        [BinaryOperatorKind.GreaterThan] = ConditionOperator.GreaterThan,
        [BinaryOperatorKind.GreaterThanOrEqual] = ConditionOperator.GreaterEqual,
        [BinaryOperatorKind.LessThan] = ConditionOperator.LessThan,
        [BinaryOperatorKind.LessThanOrEqual] = ConditionOperator.LessEqual,
    };

    private static readonly Dictionary<ConditionOperator, ConditionOperator> Opposites = new()
    {
        [ConditionOperator.Equal] = ConditionOperator.NotEqual,
        [ConditionOperator.NotEqual] = ConditionOperator.Equal,
        [ConditionOperator.GreaterThan] = ConditionOperator.LessEqual,
        [ConditionOperator.GreaterEqual] = ConditionOperator.LessThan,
        [ConditionOperator.LessThan] = ConditionOperator.GreaterEqual,
        [ConditionOperator.LessEqual] = ConditionOperator.GreaterThan,
        [ConditionOperator.Null] = ConditionOperator.NotNull,
        [ConditionOperator.NotNull] = ConditionOperator.Null,
        [ConditionOperator.Like] = ConditionOperator.NotLike,
        [ConditionOperator.BeginsWith] = ConditionOperator.DoesNotBeginWith,
        [ConditionOperator.EndsWith] = ConditionOperator.DoesNotEndWith,
    };

    private readonly CatalogModel _model;
    private readonly Table _table;
    private readonly QueryExpression _query;

    public FilterTranslator(CatalogModel model, Table table, QueryExpression query)
    {
        _model = model;
        _table = table;
        _query = query;
    }

    public void Filter(FilterClause? clause)
    {
        if (clause is not null) Add(_query.Criteria, clause.Expression, negated: false);
    }

    public void Order(OrderByClause? clause)
    {
        for (OrderByClause? at = clause; at is not null; at = at.ThenBy)
        {
            ColumnPath path = PathOf(at.Expression)
                ?? throw ApiException.NotSupported($"$orderby by {at.Expression.Kind}");
            bool descending = at.Direction == OrderByDirection.Descending;
            OrderExpression order = new(
                path.Column.LogicalName, descending ? OrderType.Descending : OrderType.Ascending);
            if (path.Alias is not null) order.EntityName = path.Alias;
            _query.Orders.Add(order);
        }
    }

    private void Add(FilterExpression filter, QueryNode node, bool negated)
    {
        switch (Plain(node))
        {
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                AddBoth(filter, both, negated);
                break;
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not:
                Add(filter, not.Operand, !negated);
                break;
            case BinaryOperatorNode comparison when Operators.ContainsKey(comparison.OperatorKind):
                filter.AddCondition(Compare(comparison, negated));
                break;
            case SingleValueFunctionCallNode call:
                filter.AddCondition(Match(call, negated));
                break;
            case AnyNode or AllNode:
                throw ApiException.NotSupported("any and all in $filter");
            case { } other:
                throw ApiException.NotSupported($"{other.Kind} in $filter");
        }
    }

    /// <summary>De Morgan: the negation of "and" is "or" of the negations.</summary>
    private void AddBoth(FilterExpression filter, BinaryOperatorNode both, bool negated)
    {
        bool isAnd = both.OperatorKind == BinaryOperatorKind.And != negated;
        FilterExpression group = new(isAnd ? LogicalOperator.And : LogicalOperator.Or);
        Add(group, both.Left, negated);
        Add(group, both.Right, negated);
        filter.AddFilter(group);
    }

    private ConditionExpression Compare(BinaryOperatorNode comparison, bool negated)
    {
        ConditionOperator op = Operators[comparison.OperatorKind];
        ColumnPath left = PathOf(comparison.Left)
            ?? throw ApiException.NotSupported($"{Named(comparison.Left)} on the left of a comparison in $filter");
        if (PathOf(comparison.Right) is ColumnPath right)
        {
            if (left.Alias != right.Alias) throw ApiException.NotSupported("Comparing columns of two tables");
            op = negated ? Opposites[op] : op;
            return Named(left, new ConditionExpression(left.Column.LogicalName, op, true, right.Column.LogicalName));
        }

        if (Plain(comparison.Right) is not ConstantNode constant)
        {
            throw ApiException.NotSupported("A comparison in $filter whose right side is neither value nor property");
        }

        object? value = ValueOf(constant.Value);
        if (value is null) op = NullOperator(op);
        op = negated ? Opposites[op] : op;
        return Named(left, value is null
            ? new ConditionExpression(left.Column.LogicalName, op)
            : new ConditionExpression(left.Column.LogicalName, op, value));
    }

    private static string Named(QueryNode node) =>
        Plain(node) is SingleValueFunctionCallNode call ? $"The function {call.Name}" : Plain(node).Kind.ToString();

    private static ConditionOperator NullOperator(ConditionOperator op) => op switch
    {
        ConditionOperator.Equal => ConditionOperator.Null,
        ConditionOperator.NotEqual => ConditionOperator.NotNull,
        _ => throw ApiException.BadUrl("Only eq and ne compare with null."),
    };

    private ConditionExpression Match(SingleValueFunctionCallNode call, bool negated)
    {
        QueryNode[] arguments = call.Parameters.ToArray();
        bool isKnown = call.Name is "contains" or "startswith" or "endswith";
        if (!isKnown) throw ApiException.NotSupported($"The function {call.Name} in $filter");
        ColumnPath path = PathOf(arguments[0])
            ?? throw ApiException.NotSupported($"{call.Name} in $filter on something else than a property");
        if (Plain(arguments[1]) is not ConstantNode { Value: string text })
        {
            throw ApiException.NotSupported($"{call.Name} in $filter with something else than a text");
        }

        ConditionOperator op = call.Name switch
        {
            "startswith" => ConditionOperator.BeginsWith,
            "endswith" => ConditionOperator.EndsWith,
            _ => ConditionOperator.Like,
        };
        string pattern = op == ConditionOperator.Like ? $"%{Escaped(text)}%" : text;
        return Named(path, new ConditionExpression(path.Column.LogicalName, negated ? Opposites[op] : op, pattern));
    }

    /// <summary>Place holders of LIKE lose their meaning in brackets.</summary>
    private static string Escaped(string text) => text
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("%", "[%]", StringComparison.Ordinal)
        .Replace("_", "[_]", StringComparison.Ordinal);

    private static ConditionExpression Named(ColumnPath path, ConditionExpression condition)
    {
        if (path.Alias is not null) condition.EntityName = path.Alias;
        return condition;
    }

    private static object? ValueOf(object? value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime,
        Date day => DateTime.SpecifyKind(day, DateTimeKind.Utc),
        _ => value,
    };

    private static QueryNode Plain(QueryNode node) => node is ConvertNode convert ? Plain(convert.Source) : node;

    /// <summary>Null: no property.</summary>
    private ColumnPath? PathOf(QueryNode node)
    {
        if (Plain(node) is not SingleValuePropertyAccessNode access) return null;
        if (access.Source is not SingleNavigationNode navigation)
        {
            return new ColumnPath(ColumnOf(_table, access.Property.Name), null);
        }

        if (navigation.Source is SingleNavigationNode) throw ApiException.NotSupported("A path over two lookups");
        Navigation lookup = _model.Navigations.Find(_table, navigation.NavigationProperty.Name)!;
        return new ColumnPath(ColumnOf(lookup.Target, access.Property.Name), LinkTo(lookup));
    }

    private static Column ColumnOf(Table table, string property) =>
        PropertyNames.Find(table, property)
            ?? throw ApiException.BadUrl(
                $"Could not find a property named '{property}' on type '{table.LogicalName}'.");

    private string LinkTo(Navigation lookup)
    {
        LinkEntity? known = _query.LinkEntities.FirstOrDefault(link =>
            link.LinkFromAttributeName == lookup.Column.LogicalName
            && link.LinkToEntityName == lookup.Target.LogicalName);
        if (known is not null) return known.EntityAlias;
        LinkEntity added = _query.AddLink(
            lookup.Target.LogicalName, lookup.Column.LogicalName, lookup.Target.PrimaryId, JoinOperator.LeftOuter);
        added.EntityAlias = $"path{_query.LinkEntities.Count}";
        return added.EntityAlias;
    }

    /// <summary>Alias: null for the table's own column, else that of the link.</summary>
    private sealed record ColumnPath(Column Column, string? Alias);
}
