using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;
using static Dataverse.Local.Query.FetchDocument;

namespace Dataverse.Local.Query;

/// <summary>FetchXML into the query model. The text is untrusted. One reader reads one query.</summary>
internal sealed class FetchXmlReader
{
    private static readonly string[] PagingAttributes = ["page", "count", "paging-cookie", "returntotalrecordcount"];

    private static readonly string[] RefusedAttributes =
        ["datasource", "utc-offset", "min-active-row-version", "userqueryid", "savedqueryid"];

    private readonly QueryScope _scope;
    private readonly Dictionary<Source, XElement> _elements = new();

    public FetchXmlReader(TableCatalog catalog) => _scope = new QueryScope(catalog);

    public SelectQuery Read(string? fetchXml)
    {
        XElement fetch = Parse(fetchXml);
        RefuseUnknown(fetch);
        XElement entity = fetch.Element("entity")
            ?? throw QueryFault.MalformedFetch($"'fetch'{Place(fetch)} has no 'entity'.");
        if (fetch.Elements("entity").Skip(1).Any()) throw QueryFault.MalformedFetch("There is more than one 'entity'.");
        Source root = _scope.AddRoot(Text(entity, "name"));
        SelectQuery query = new(root)
        {
            Distinct = Flag(fetch, "distinct"), IsAggregate = Flag(fetch, "aggregate"),
            RawChoiceOrder = Flag(fetch, "useraworderby"), AggregateLimit = Number(fetch, "aggregatelimit"),
        };
        _elements.Add(root, entity);
        AddLinks(root, entity);
        foreach (KeyValuePair<Source, XElement> each in _elements) AddColumns(query, each.Key, each.Value);
        foreach (KeyValuePair<Source, XElement> each in _elements.ToList())
            each.Key.Filter = ReadFilters(each.Key, each.Value);
        AddOrders(query, root, fetch);
        foreach (Source each in query.Sources) AddOrders(query, each, _elements[each]);
        ReadPage(query, fetch);
        return query.Checked();
    }

    private void AddLinks(Source parent, XElement element)
    {
        foreach (XElement link in element.Elements("link-entity")) parent.Joins.Add(ReadLink(parent, link));
    }

    private Join ReadLink(Source parent, XElement link)
    {
        Source target = _scope.AddLink(Text(link, "name"), Text(link, "alias"));
        Join join = new(
            FetchOperators.KindOf(Text(link, "link-type")), QueryScope.Column(parent, Text(link, "to")), target,
            QueryScope.Column(target, Text(link, "from")));
        _elements.Add(target, link);
        AddLinks(target, link);
        return join;
    }

    private static void AddColumns(SelectQuery query, Source source, XElement element)
    {
        if (element.Element("all-attributes") is not null && !query.IsAggregate)
        {
            source.Columns.AddRange(
                source.Table.OrderedColumns.Where(c => c.ValidForRead).Select(c => new SelectColumn(source, c)));
            return;
        }

        foreach (XElement attribute in element.Elements("attribute"))
        {
            SelectColumn column = ReadColumn(query, source, attribute);
            bool repeated = column.Alias is null
                && source.Columns.Exists(c => c.Alias is null && c.Column == column.Column);
            if (!repeated) source.Columns.Add(column);
        }
    }

    private static SelectColumn ReadColumn(SelectQuery query, Source source, XElement attribute)
    {
        string? alias = Text(attribute, "alias") is { Length: > 0 } given ? given : null;
        if (alias is not null) QueryScope.CheckAlias(alias);
        SelectColumn column = new(source, QueryScope.Column(source, Text(attribute, "name")))
        {
            Alias = alias, Aggregate = FetchOperators.AggregateOf(Text(attribute, "aggregate")),
            GroupBy = Flag(attribute, "groupby"), Distinct = Flag(attribute, "distinct"),
            DateGrouping = FetchOperators.GroupingOf(Text(attribute, "dategrouping")),
            UserTimeZone = Text(attribute, "usertimezone") is not ("false" or "0"),
            CountsChildren = ReadRowAggregate(source, attribute),
        };
        if (query.IsAggregate) CheckAggregate(column, attribute);
        else if (column.Aggregate != Aggregate.None || column.GroupBy)
        {
            throw QueryFault.MalformedFetch($"'{column.Column}'{Place(attribute)} aggregates, but 'fetch' does not.");
        }

        return column;
    }

    /// <summary>Attributes that change the result and are not imitated.</summary>
    private static void RefuseUnknown(XElement fetch)
    {
        foreach (string name in RefusedAttributes)
        {
            if (Text(fetch, name) is { Length: > 0 } value and not ("false" or "0"))
                throw QueryFault.Refused($"the attribute {name}='{value}' of fetch");
        }
    }

    private static bool ReadRowAggregate(Source source, XElement attribute)
    {
        if (Text(attribute, "rowaggregate") is not { Length: > 0 } rows) return false;
        if (rows != "CountChildren") throw QueryFault.Refused($"the row aggregate {rows}");
        if (source.Table.HierarchyColumn is null)
            throw QueryFault.Refused($"{rows} on {source.Table}, which has no hierarchy");
        return Text(attribute, "alias") is { Length: > 0 }
            ? true
            : throw QueryFault.MalformedFetch($"The row aggregate{Place(attribute)} needs an alias.");
    }

    private static void CheckAggregate(SelectColumn column, XElement attribute)
    {
        if (column.Alias is null)
        {
            throw QueryFault.MalformedFetch(
                $"'{column.Column}'{Place(attribute)} needs an alias in an aggregate query.");
        }

        if (column.Aggregate == Aggregate.None && !column.GroupBy)
        {
            throw QueryFault.MalformedFetch(
                $"'{column.Column}'{Place(attribute)} is neither a group nor an aggregate. An attribute can not be "
                + "requested when an aggregate operation has been specified and its neither groupby not aggregate.");
        }
    }

    private Filter? ReadFilters(Source source, XElement element)
    {
        List<Filter> filters = element.Elements("filter").Select(f => ReadFilter(source, f)).ToList();
        if (filters.Count <= 1) return filters.FirstOrDefault();
        Filter all = new();
        all.Filters.AddRange(filters);
        return all;
    }

    private Filter ReadFilter(Source source, XElement element)
    {
        Filter filter = new()
        {
            IsOr = Text(element, "type") switch
            {
                null or "and" => false,
                "or" => true,
                string other =>
                    throw QueryFault.MalformedFetch($"The filter type '{other}'{Place(element)} is invalid."),
            },
        };
        filter.Conditions.AddRange(element.Elements("condition").Select(c => ReadCondition(source, c)));
        filter.Filters.AddRange(element.Elements("filter").Select(f => ReadFilter(source, f)));
        filter.Related.AddRange(element.Elements("link-entity").Select(l => ReadRelated(source, l)));
        return filter;
    }

    private Join ReadRelated(Source source, XElement link)
    {
        Join join = ReadLink(source, link);
        foreach (Source each in join.Target.WithDescendants()) each.Filter = ReadFilters(each, _elements[each]);
        return join;
    }

    private Condition ReadCondition(Source own, XElement element)
    {
        Source source = _scope.Named(Text(element, "entityname"), own);
        Column column = QueryScope.Column(source, Text(element, "attribute"));
        ConditionOperator op = FetchOperators.Of(Text(element, "operator") ?? "");
        if ((Text(element, "aggregate") ?? Text(element, "rowaggregate") ?? Text(element, "alias")) is { } computed)
            throw QueryFault.Refused($"a condition on the computed value '{computed}'");
        if (Text(element, "valueof") is { } other) return ReadComparison(source, column, op, other);
        List<object?> values = element.Elements("value").Select(v => (object?)v.Value).ToList();
        if (values.Count == 0 && Text(element, "value") is { } value) values.Add(value);
        if (op is ConditionOperator.Null or ConditionOperator.NotNull) values.Clear();
        return new Condition(source, column, op, ConditionValues.Read(source, column, op, values));
    }

    /// <summary>The other column is one of the same table, or <c>alias.column</c>.</summary>
    private Condition ReadComparison(Source source, Column column, ConditionOperator op, string other)
    {
        int dot = other.IndexOf('.', StringComparison.Ordinal);
        Source otherSource = dot < 0 ? source : _scope.Named(other[..dot], source);
        return new Condition(source, column, op, [])
        {
            OtherColumn = QueryScope.Column(otherSource, other[(dot + 1)..]), OtherSource = otherSource,
        };
    }

    private void AddOrders(SelectQuery query, Source own, XElement element)
    {
        foreach (XElement order in element.Elements("order"))
        {
            bool descending = Flag(order, "descending");
            if (Text(order, "alias") is { Length: > 0 } alias)
            {
                SelectColumn result = query.Sources.SelectMany(s => s.Columns).FirstOrDefault(c => c.Alias == alias)
                    ?? throw QueryFault.MalformedFetch(
                        $"The order{Place(order)} names no alias of the query: '{alias}'.");
                query.Orders.Add(new Order(result, descending));
                continue;
            }

            if (query.IsAggregate)
            {
                throw QueryFault.MalformedFetch(
                    $"An attribute cannot be specified for an order clause for an aggregate "
                    + $"Query. Use an alias{Place(order)}.");
            }

            Source source = _scope.Named(Text(order, "entityname"), own);
            query.Orders.Add(new Order(source, QueryScope.Column(source, Text(order, "attribute")), descending));
        }
    }

    private static void ReadPage(SelectQuery query, XElement fetch)
    {
        if (Number(fetch, "top") is { } top)
        {
            if (Array.Find(PagingAttributes, name => fetch.Attribute(name) is not null) is { } paging)
            {
                throw QueryFault.TopAndPageAttribute(paging);
            }

            query.Top = QueryLimits.CheckTop(top);
            return;
        }

        if (Number(fetch, "page") is <= 0) throw QueryFault.PageNumberOutOfRange();
        query.Page = QueryLimits.PageOf(
            Number(fetch, "page"), Number(fetch, "count"), Text(fetch, "paging-cookie"),
            Flag(fetch, "returntotalrecordcount"));
    }
}
