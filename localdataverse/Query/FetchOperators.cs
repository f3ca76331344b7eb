using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>Condition operators and link types as FetchXML spells them.</summary>
internal static class FetchOperators
{
    private static readonly FrozenDictionary<string, ConditionOperator> Operators =
        new Dictionary<string, ConditionOperator>(StringComparer.Ordinal)
        {
            ["eq"] = ConditionOperator.Equal, ["ne"] = ConditionOperator.NotEqual, ["neq"] = ConditionOperator.NotEqual,
            ["gt"] = ConditionOperator.GreaterThan, ["ge"] = ConditionOperator.GreaterEqual,
            ["lt"] = ConditionOperator.LessThan, ["le"] = ConditionOperator.LessEqual,
            ["like"] = ConditionOperator.Like, ["not-like"] = ConditionOperator.NotLike,
            ["in"] = ConditionOperator.In, ["not-in"] = ConditionOperator.NotIn,
            ["between"] = ConditionOperator.Between, ["not-between"] = ConditionOperator.NotBetween,
            ["null"] = ConditionOperator.Null, ["not-null"] = ConditionOperator.NotNull,
            ["yesterday"] = ConditionOperator.Yesterday, ["today"] = ConditionOperator.Today,
            ["tomorrow"] = ConditionOperator.Tomorrow, ["last-seven-days"] = ConditionOperator.Last7Days,
            ["next-seven-days"] = ConditionOperator.Next7Days, ["last-week"] = ConditionOperator.LastWeek,
            ["this-week"] = ConditionOperator.ThisWeek, ["next-week"] = ConditionOperator.NextWeek,
            ["last-month"] = ConditionOperator.LastMonth, ["this-month"] = ConditionOperator.ThisMonth,
            ["next-month"] = ConditionOperator.NextMonth, ["on"] = ConditionOperator.On,
            ["not-on"] = ConditionOperator.NotOn, ["on-or-before"] = ConditionOperator.OnOrBefore,
            ["on-or-after"] = ConditionOperator.OnOrAfter, ["last-year"] = ConditionOperator.LastYear,
            ["this-year"] = ConditionOperator.ThisYear, ["next-year"] = ConditionOperator.NextYear,
            ["last-x-hours"] = ConditionOperator.LastXHours, ["next-x-hours"] = ConditionOperator.NextXHours,
            ["last-x-days"] = ConditionOperator.LastXDays, ["next-x-days"] = ConditionOperator.NextXDays,
            ["last-x-weeks"] = ConditionOperator.LastXWeeks, ["next-x-weeks"] = ConditionOperator.NextXWeeks,
            ["last-x-months"] = ConditionOperator.LastXMonths, ["next-x-months"] = ConditionOperator.NextXMonths,
            ["last-x-years"] = ConditionOperator.LastXYears, ["next-x-years"] = ConditionOperator.NextXYears,
            ["olderthan-x-minutes"] = ConditionOperator.OlderThanXMinutes,
            ["olderthan-x-hours"] = ConditionOperator.OlderThanXHours,
            ["olderthan-x-days"] = ConditionOperator.OlderThanXDays,
            ["olderthan-x-weeks"] = ConditionOperator.OlderThanXWeeks,
            ["olderthan-x-months"] = ConditionOperator.OlderThanXMonths,
            ["olderthan-x-years"] = ConditionOperator.OlderThanXYears,
            ["eq-userid"] = ConditionOperator.EqualUserId, ["ne-userid"] = ConditionOperator.NotEqualUserId,
            ["eq-userteams"] = ConditionOperator.EqualUserTeams,
            ["eq-useroruserteams"] = ConditionOperator.EqualUserOrUserTeams,
            ["eq-useroruserhierarchy"] = ConditionOperator.EqualUserOrUserHierarchy,
            ["eq-useroruserhierarchyandteams"] = ConditionOperator.EqualUserOrUserHierarchyAndTeams,
            ["eq-businessid"] = ConditionOperator.EqualBusinessId,
            ["ne-businessid"] = ConditionOperator.NotEqualBusinessId,
            ["eq-userlanguage"] = ConditionOperator.EqualUserLanguage,
            ["begins-with"] = ConditionOperator.BeginsWith, ["not-begin-with"] = ConditionOperator.DoesNotBeginWith,
            ["ends-with"] = ConditionOperator.EndsWith, ["not-end-with"] = ConditionOperator.DoesNotEndWith,
            ["under"] = ConditionOperator.Under, ["eq-or-under"] = ConditionOperator.UnderOrEqual,
            ["not-under"] = ConditionOperator.NotUnder, ["above"] = ConditionOperator.Above,
            ["eq-or-above"] = ConditionOperator.AboveOrEqual,
            ["contain-values"] = ConditionOperator.ContainValues,
            ["not-contain-values"] = ConditionOperator.DoesNotContainValues,
            ["this-fiscal-year"] = ConditionOperator.ThisFiscalYear,
            ["this-fiscal-period"] = ConditionOperator.ThisFiscalPeriod,
            ["next-fiscal-year"] = ConditionOperator.NextFiscalYear,
            ["next-fiscal-period"] = ConditionOperator.NextFiscalPeriod,
            ["last-fiscal-year"] = ConditionOperator.LastFiscalYear,
            ["last-fiscal-period"] = ConditionOperator.LastFiscalPeriod,
            ["last-x-fiscal-years"] = ConditionOperator.LastXFiscalYears,
            ["last-x-fiscal-periods"] = ConditionOperator.LastXFiscalPeriods,
            ["next-x-fiscal-years"] = ConditionOperator.NextXFiscalYears,
            ["next-x-fiscal-periods"] = ConditionOperator.NextXFiscalPeriods,
            ["in-fiscal-year"] = ConditionOperator.InFiscalYear,
            ["in-fiscal-period"] = ConditionOperator.InFiscalPeriod,
            ["in-fiscal-period-and-year"] = ConditionOperator.InFiscalPeriodAndYear,
            ["in-or-before-fiscal-period-and-year"] = ConditionOperator.InOrBeforeFiscalPeriodAndYear,
            ["in-or-after-fiscal-period-and-year"] = ConditionOperator.InOrAfterFiscalPeriodAndYear,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ConditionOperator Of(string name) =>
        Operators.TryGetValue(name, out ConditionOperator op)
            ? op
            : throw QueryFault.UnknownOperator(name);

    public static JoinKind KindOf(string? linkType) => linkType switch
    {
        null or "" or "inner" or "natural" => JoinKind.Inner,
        "outer" => JoinKind.Outer,
        "exists" => JoinKind.Exists,
        "in" => JoinKind.In,
        "matchfirstrowusingcrossapply" => JoinKind.MatchFirst,
        "any" => JoinKind.Any,
        "not any" => JoinKind.NotAny,
        "all" => JoinKind.All,
        "not all" => JoinKind.NotAll,
        _ => throw QueryFault.MalformedFetch($"The link-type '{linkType}' is invalid."),
    };

    public static Aggregate AggregateOf(string? name) => name switch
    {
        null or "" => Aggregate.None,
        "count" => Aggregate.Count,
        "countcolumn" => Aggregate.CountColumn,
        "sum" => Aggregate.Sum,
        "avg" => Aggregate.Avg,
        "min" => Aggregate.Min,
        "max" => Aggregate.Max,
        _ => throw QueryFault.MalformedFetch($"The aggregate '{name}' is invalid."),
    };

    public static DateGrouping GroupingOf(string? name) => name switch
    {
        null or "" => DateGrouping.None,
        "day" => DateGrouping.Day,
        "week" => DateGrouping.Week,
        "month" => DateGrouping.Month,
        "quarter" => DateGrouping.Quarter,
        "year" => DateGrouping.Year,
        "fiscal-period" or "fiscal-year" => throw QueryFault.Refused($"the date grouping {name}"),
        _ => throw QueryFault.MalformedFetch($"The date grouping '{name}' is invalid."),
    };
}
