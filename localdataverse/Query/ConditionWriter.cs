using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>One condition as SQL. Unlike plain SQL, every negative operator lets null rows pass, as the platform
/// does.</summary>
internal sealed class ConditionWriter
{
    private readonly SqlWriter _sql;
    private readonly SourceNames _names;
    private readonly QueryContext _context;
    private readonly PersonConditions _people;
    private readonly Func<Table, TablePlan> _planOf;

    public ConditionWriter(
        SqlWriter sql, SourceNames names, QueryContext context, TableCatalog catalog, Func<Table, TablePlan> planOf)
    {
        _sql = sql;
        _names = names;
        _context = context;
        _planOf = planOf;
        _people = new PersonConditions(sql, context, catalog, planOf);
    }

    public IReadAccess? Access => _context.Access;

    /// <summary>The column as it compares: folded text, else the stored value; null when the reader may not see
    /// it.</summary>
    public string Compared(Source source, Column column)
    {
        if (Hides(source, column)) return "NULL";
        StoredColumn stored = Stored(source, column);
        string name = $"{_names.Of(source)}.{stored.FoldSql ?? stored.Sql}";
        return column.Type == ColumnType.Memo ? $"fold({name})" : name;
    }

    public bool Hides(Source source, Column column) =>
        column.IsSecured && Access is not null && Access.Hides(source.Table, column);

    public StoredColumn Stored(Source source, Column column) => _planOf(source.Table).Get(column.LogicalName);

    public string Write(Condition condition)
    {
        string column = Compared(condition.Source, condition.Column);
        if (condition.OtherColumn is not null) return CompareColumns(condition, column);
        return condition.Operator switch
        {
            ConditionOperator.Null => $"{column} IS NULL",
            ConditionOperator.NotNull => $"{column} IS NOT NULL",
            ConditionOperator.Equal => $"{column} = {Value(condition, 0)}",
            ConditionOperator.NotEqual => OrNull(column, $"{column} <> {Value(condition, 0)}"),
            ConditionOperator.GreaterThan => $"{column} > {Value(condition, 0)}",
            ConditionOperator.GreaterEqual => $"{column} >= {Value(condition, 0)}",
            ConditionOperator.LessThan => $"{column} < {Value(condition, 0)}",
            ConditionOperator.LessEqual => $"{column} <= {Value(condition, 0)}",
            ConditionOperator.In => $"{column} IN ({Values(condition)})",
            ConditionOperator.NotIn => OrNull(column, $"{column} NOT IN ({Values(condition)})"),
            ConditionOperator.Between => $"{column} BETWEEN {Value(condition, 0)} AND {Value(condition, 1)}",
            ConditionOperator.NotBetween => OrNull(
                column, $"{column} NOT BETWEEN {Value(condition, 0)} AND {Value(condition, 1)}"),
            ConditionOperator.ContainValues => AnyChoice(condition, column),
            ConditionOperator.DoesNotContainValues => OrNull(column, $"NOT {AnyChoice(condition, column)}"),
            _ => WriteText(condition, column) ?? _people.Write(condition.Operator, column)
                ?? WriteHierarchy(condition, column) ?? WriteDate(condition, column),
        };
    }

    internal static string OrNull(string column, string test) => $"({test} OR {column} IS NULL)";

    private string CompareColumns(Condition condition, string column)
    {
        string other = Compared(condition.OtherSource!, condition.OtherColumn!);
        return condition.Operator switch
        {
            ConditionOperator.Equal => $"{column} = {other}",
            ConditionOperator.NotEqual => OrNull(column, $"{column} <> {other}"),
            ConditionOperator.GreaterThan => $"{column} > {other}",
            ConditionOperator.GreaterEqual => $"{column} >= {other}",
            ConditionOperator.LessThan => $"{column} < {other}",
            ConditionOperator.LessEqual => $"{column} <= {other}",
            _ => throw QueryFault.Refused($"comparing two columns with {condition.Operator}"),
        };
    }

    private string Value(Condition condition, int index)
    {
        object value = condition.Values[index];
        if (value is DateTime { Kind: not DateTimeKind.Utc } local) return Utc(condition.Column, local);
        return Parameter(condition, value);
    }

    private string Parameter(Condition condition, object value) =>
        _sql.Parameter(ColumnCodec.ToStored(Stored(condition.Source, condition.Column), value));

    private string Values(Condition condition) =>
        string.Join(", ", Enumerable.Range(0, condition.Values.Count).Select(i => Value(condition, i)));

    private string AnyChoice(Condition condition, string column)
    {
        IEnumerable<string> tests = condition.Values.Select(v =>
            $"instr({column}, {_sql.Parameter(ColumnCodec.TextOf((OptionSetValueCollection)v))}) > 0");
        return $"({string.Join(" OR ", tests)})";
    }

    private string? WriteText(Condition condition, string column) => condition.Operator switch
    {
        ConditionOperator.Like => Like(column, LikePattern.Of(TextOf(condition))),
        ConditionOperator.NotLike => OrNull(column, $"NOT {Like(column, LikePattern.Of(TextOf(condition)))}"),
        ConditionOperator.BeginsWith => Like(column, LikePattern.Literal(TextOf(condition), false, true)),
        ConditionOperator.DoesNotBeginWith => OrNull(
            column, $"NOT {Like(column, LikePattern.Literal(TextOf(condition), false, true))}"),
        ConditionOperator.EndsWith => Like(column, LikePattern.Literal(TextOf(condition), true, false)),
        ConditionOperator.DoesNotEndWith => OrNull(
            column, $"NOT {Like(column, LikePattern.Literal(TextOf(condition), true, false))}"),
        _ => null,
    };

    private static string TextOf(Condition condition) =>
        Convert.ToString(condition.Values[0], CultureInfo.InvariantCulture) ?? "";

    private string Like(string column, LikePattern pattern)
    {
        if (pattern.IsExact) return $"({column} = {_sql.Parameter(pattern.Prefix!)})";
        if (pattern.Prefix is { Length: > 0 } prefix)
        {
            string from = _sql.Parameter(prefix);
            return $"({column} >= {from} AND {column} < {_sql.Parameter(LikePattern.AfterPrefix(prefix))})";
        }

        return $"({column} GLOB {_sql.Parameter(pattern.Glob)})";
    }

    private string? WriteHierarchy(Condition condition, string column)
    {
        bool down = condition.Operator is ConditionOperator.Under or ConditionOperator.UnderOrEqual
            or ConditionOperator.NotUnder;
        if (!down && condition.Operator is not (ConditionOperator.Above or ConditionOperator.AboveOrEqual)) return null;
        string given = Value(condition, 0);
        string rows = Hierarchy(condition, given, down);
        return condition.Operator switch
        {
            ConditionOperator.NotUnder => $"({column} = {given} OR {column} NOT IN ({rows}) OR {column} IS NULL)",
            ConditionOperator.UnderOrEqual or ConditionOperator.AboveOrEqual =>
                $"({column} = {given} OR {column} IN ({rows}))",
            _ => $"({column} <> {given} AND {column} IN ({rows}))",
        };
    }

    /// <summary>The given row and all below (or above) it. A condition on a lookup walks the table that it points
    /// to.</summary>
    private string Hierarchy(Condition condition, string given, bool down)
    {
        HierarchyLink link = HierarchyLink.Of(condition, _planOf);
        string next = down
            ? $"SELECT n.{link.Id} FROM {link.Table} n JOIN line ON n.{link.Parent} = line.id"
            : $"SELECT n.{link.Parent} FROM {link.Table} n JOIN line ON n.{link.Id} = line.id "
                + $"WHERE n.{link.Parent} IS NOT NULL";
        return $"WITH RECURSIVE line(id) AS (SELECT {given} UNION {next}) SELECT id FROM line";
    }

    private string WriteDate(Condition condition, string column)
    {
        DateTime now = TimeZoneInfo.ConvertTimeFromUtc(_context.Clock.GetUtcNow().UtcDateTime, _context.TimeZone);
        DateTime day = condition.Values.Count > 0 && condition.Values[0] is DateTime given
            ? DayOf(condition.Column, given)
            : default;
        int x = condition.Values.Count > 0 && condition.Values[0] is int count ? count : 0;
        DateRange range = DateOperators.Of(condition.Operator, now, day, x)
            ?? throw QueryFault.Refused($"the condition operator {condition.Operator}");
        List<string> tests = new();
        if (range.From is { } from) tests.Add($"{column} >= {Utc(condition.Column, from)}");
        if (range.Before is { } before) tests.Add($"{column} < {Utc(condition.Column, before)}");
        string test = string.Join(" AND ", tests);
        return condition.Operator == ConditionOperator.NotOn ? OrNull(column, $"NOT ({test})") : test;
    }

    /// <summary>A time in UTC means the user's day of a user local column; a written day means itself.</summary>
    private DateTime DayOf(Column column, DateTime given) =>
        given.Kind == DateTimeKind.Utc && column.DateBehavior == DateBehavior.UserLocal
            ? TimeZoneInfo.ConvertTimeFromUtc(given, _context.TimeZone)
            : given;

    private string Utc(Column column, DateTime local)
    {
        if (column.DateBehavior != DateBehavior.UserLocal) return _sql.Parameter(Seconds(local));
        return _sql.Parameter(Seconds(UserTime.ToUtc(local, _context.TimeZone)));
    }

    private static object Seconds(DateTime time) => ColumnCodec.SecondsOf(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
