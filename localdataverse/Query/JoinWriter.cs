using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>FROM, joins and filters. Joins that only test (exists, in, any ...) become conditions.</summary>
internal sealed class JoinWriter
{
    private readonly SqlWriter _sql;
    private readonly SourceNames _names;
    private readonly ConditionWriter _conditions;
    private readonly Func<Table, TablePlan> _planOf;

    public JoinWriter(SqlWriter sql, SourceNames names, ConditionWriter conditions, Func<Table, TablePlan> planOf)
    {
        _sql = sql;
        _names = names;
        _conditions = conditions;
        _planOf = planOf;
    }

    /// <summary>The source and everything joined to it, up to and without WHERE.</summary>
    public string From(Source source) => Named(source) + Joins(source);

    /// <summary>Conditions of the source itself, of the joins that only test, and of what the reader may see; null if
    /// there are none.</summary>
    public string? Where(Source source) => And(And(FilterOf(source), Tests(source)), Seen(source));

    public static string? And(string? one, string? other) =>
        one is null ? other : other is null ? one : $"{one} AND {other}";

    private string Named(Source source)
    {
        string table = _planOf(source.Table).Sql;
        string name = _names.Of(source);
        return table == name ? table : $"{table} AS {name}";
    }

    private string Joins(Source source)
    {
        string joins = "";
        foreach (Join join in source.Joins)
        {
            if (!join.IsFlat) continue;
            string kind = join.Kind == JoinKind.Outer ? "LEFT JOIN" : "INNER JOIN";
            joins += $"\n{kind} {Named(join.Target)} ON {On(source, join)}{Joins(join.Target)}";
        }

        return joins;
    }

    private string On(Source source, Join join) => join.Kind == JoinKind.MatchFirst
        ? First(source, join)
        : And(Match(source, join), Where(join.Target))!;

    private string Match(Source source, Join join) =>
        $"{_conditions.Compared(join.Target, join.To)} = {_conditions.Compared(source, join.From)}";

    /// <summary>The joined row is the one with the lowest id among those that match.</summary>
    private string First(Source source, Join join)
    {
        string id = $"{_names.Of(join.Target)}.{_planOf(join.Target.Table).Id.Sql}";
        string test = And(Match(source, join), Where(join.Target))!;
        return $"{id} = (SELECT {id} FROM {Named(join.Target)} WHERE {test} ORDER BY {id} LIMIT 1)";
    }

    private string? FilterOf(Source source) =>
        source.Filter is { IsEmpty: false } filter ? Write(source, filter) : null;

    private string? Seen(Source source) => _conditions.Access?.Test(source.Table, _names.Of(source), _sql);

    private string? Tests(Source source)
    {
        string? tests = null;
        foreach (Join join in source.Joins)
        {
            if (join.IsFlat) continue;
            tests = And(tests, Test(source, join));
        }

        return tests;
    }

    private string Write(Source source, Filter filter)
    {
        string joint = filter.IsOr ? " OR " : " AND ";
        string text = "";
        foreach (Condition condition in filter.Conditions)
            text = Joined(text, joint, Bracketed(_conditions.Write(condition)));
        foreach (Join related in filter.Related) text = Joined(text, joint, Test(source, related));
        foreach (Filter inner in filter.Filters)
        {
            if (!inner.IsEmpty)
                text = Joined(text, joint, inner.IsOr ? Write(source, inner) : $"({Write(source, inner)})");
        }

        return filter.IsOr ? $"({text})" : text;
    }

    /// <summary>Date ranges are two tests; or binds weaker than their and, yet a reader should not have to
    /// know.</summary>
    private static string Bracketed(string test) =>
        test.Contains(" AND ", StringComparison.Ordinal) && test[0] != '(' ? $"({test})" : test;

    private static string Joined(string text, string joint, string next) =>
        text.Length == 0 ? next : text + joint + next;

    private string Test(Source source, Join join) => join.Kind switch
    {
        JoinKind.In =>
            $"{_conditions.Compared(source, join.From)} IN (SELECT {_conditions.Compared(join.Target, join.To)} "
            + $"FROM {From(join.Target)}{WhereClause(Where(join.Target))})",
        JoinKind.Exists or JoinKind.Any or JoinKind.NotAll => Exists(source, join, filtered: true),
        JoinKind.NotAny => "NOT " + Exists(source, join, filtered: true),
        JoinKind.All => $"({Exists(source, join, filtered: false)} AND NOT {Exists(source, join, filtered: true)})",
        _ => throw QueryFault.Refused($"the link type {join.Kind} inside a filter"),
    };

    private string Exists(Source source, Join join, bool filtered)
    {
        string test = Match(source, join);
        return filtered
            ? $"EXISTS (SELECT 1 FROM {From(join.Target)} WHERE {And(test, Where(join.Target))})"
            : $"EXISTS (SELECT 1 FROM {Named(join.Target)} WHERE {And(test, Seen(join.Target))})";
    }

    private static string WhereClause(string? test) => test is null ? "" : " WHERE " + test;
}
