using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>What the platform refuses of a query whose names are all known: limits, tables that a filter cannot see,
/// values that cannot be compared or added.</summary>
internal static class QueryChecks
{
    /// <summary>Conditions and links together.</summary>
    private const int MostTests = 500;

    public static void Check(SelectQuery query)
    {
        List<Source> flat = query.Root.WithFlatDescendants().ToList();
        foreach (Source source in query.Sources)
        {
            if (source.Columns.Count > 0 && !flat.Contains(source)) throw QueryFault.NotInResult(source.Alias);
            foreach (SelectColumn column in source.Columns) CheckAggregate(column);
        }

        Order? hidden = query.Orders.Find(o => !flat.Contains(o.Source));
        if (hidden is not null) throw QueryFault.NotInResult(hidden.Source.Alias);
        if (TestsOf(query.Root) > MostTests) throw QueryFault.TooManyTests();
        CheckFilters(query.Root, [.. flat]);
        CheckJoins(query.Root, [query.Root]);
    }

    private static int TestsOf(Source source) =>
        (source.Filter is null ? 0 : TestsOf(source.Filter)) + source.Joins.Sum(j => 1 + TestsOf(j.Target));

    private static int TestsOf(Filter filter) =>
        filter.Conditions.Count + filter.Filters.Sum(TestsOf) + filter.Related.Sum(j => 1 + TestsOf(j.Target));

    private static void CheckAggregate(SelectColumn selected)
    {
        Column column = selected.Column;
        bool isNumber = column.Type is ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal
            or ColumnType.Double or ColumnType.Money;
        bool fits = selected.Aggregate switch
        {
            Aggregate.Sum or Aggregate.Avg => isNumber,
            Aggregate.Min or Aggregate.Max => isNumber || column.Type == ColumnType.DateTime || column.IsText,
            _ => true,
        };
        if (!fits) throw QueryFault.WrongAggregate(selected.Aggregate.ToString(), column);
        if (selected.DateGrouping != DateGrouping.None && column.Type != ColumnType.DateTime)
        {
            throw QueryFault.WrongAggregate($"dategrouping {selected.DateGrouping}", column);
        }
    }

    /// <summary>Joins of one source, in the order in which they are written: each sees those before it.</summary>
    private static void CheckJoins(Source source, HashSet<Source> joined)
    {
        foreach (Join join in source.Joins.Where(j => j.IsFlat))
        {
            joined.Add(join.Target);
            CheckFilters(join.Target, joined);
            CheckJoins(join.Target, joined);
        }
    }

    /// <summary>The filter of one source, and what hangs on it without being part of the result.</summary>
    private static void CheckFilters(Source source, HashSet<Source> visible)
    {
        if (source.Filter is { } filter) Check(source, filter, visible);
        foreach (Join join in source.Joins.Where(j => !j.IsFlat)) CheckInner(join, visible);
    }

    private static void CheckInner(Join join, HashSet<Source> visible)
    {
        HashSet<Source> inner = [.. visible, .. join.Target.WithFlatDescendants()];
        CheckFilters(join.Target, inner);
        CheckJoins(join.Target, [.. visible, join.Target]);
    }

    private static void Check(Source source, Filter filter, HashSet<Source> visible)
    {
        foreach (Condition condition in filter.Conditions)
        {
            if (!visible.Contains(condition.Source))
                throw QueryFault.NotVisible(condition.Source.Alias, source.Alias);
            if (condition.OtherSource is not { } other) continue;
            if (!visible.Contains(other)) throw QueryFault.NotVisible(other.Alias, source.Alias);
            if (KindOf(condition.Column) != KindOf(condition.OtherColumn!))
                throw QueryFault.ComparedTypes(condition.Column, condition.OtherColumn!);
        }

        foreach (Filter inner in filter.Filters) Check(source, inner, visible);
        foreach (Join related in filter.Related) CheckInner(related, visible);
    }

    /// <summary>Types that the platform compares with each other: kinds of text, of choices, of references.</summary>
    private static ColumnType KindOf(Column column) => column switch
    {
        { IsText: true } => ColumnType.String,
        { IsChoice: true } => ColumnType.Choice,
        { IsLookup: true } => ColumnType.UniqueIdentifier,
        _ => column.Type,
    };
}
