using System;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>What the relative date operators mean at a moment. "Last" ends now and begins at midnight, "next" begins
/// now and ends at a midnight, as the platform's SQL does; "older than" counts from midnight for whole days.</summary>
internal static class DateOperators
{
    private const int DaysInWeek = 7;

    /// <summary>Null if the operator is none of dates. Day is the argument of "on" operators, x that of the
    /// others.</summary>
    public static DateRange? Of(ConditionOperator op, DateTime now, DateTime day, int x) =>
        Named(op, now) ?? OnDay(op, day) ?? Last(op, now, x) ?? Next(op, now, x) ?? OlderThan(op, now, x);

    private static DateRange? Named(ConditionOperator op, DateTime now) => op switch
    {
        ConditionOperator.Yesterday => DateRange.OfDay(now.AddDays(-1)),
        ConditionOperator.Today => DateRange.OfDay(now),
        ConditionOperator.Tomorrow => DateRange.OfDay(now.AddDays(1)),
        ConditionOperator.LastWeek => DateRange.OfWeek(now, -1),
        ConditionOperator.ThisWeek => DateRange.OfWeek(now, 0),
        ConditionOperator.NextWeek => DateRange.OfWeek(now, 1),
        ConditionOperator.LastMonth => DateRange.OfMonth(now, -1),
        ConditionOperator.ThisMonth => DateRange.OfMonth(now, 0),
        ConditionOperator.NextMonth => DateRange.OfMonth(now, 1),
        ConditionOperator.LastYear => DateRange.OfYear(now, -1),
        ConditionOperator.ThisYear => DateRange.OfYear(now, 0),
        ConditionOperator.NextYear => DateRange.OfYear(now, 1),
        _ => null,
    };

    private static DateRange? OnDay(ConditionOperator op, DateTime day) => op switch
    {
        ConditionOperator.On or ConditionOperator.NotOn => DateRange.OfDay(day),
        ConditionOperator.OnOrBefore => DateRange.Until(day.Date.AddDays(1)),
        ConditionOperator.OnOrAfter => DateRange.Since(day.Date),
        _ => null,
    };

    private static DateRange? Last(ConditionOperator op, DateTime now, int x)
    {
        DateTime? from = op switch
        {
            ConditionOperator.Last7Days => now.Date.AddDays(-DaysInWeek),
            ConditionOperator.LastXHours => now.Date.AddHours(now.Hour - x),
            ConditionOperator.LastXDays => now.Date.AddDays(-x),
            ConditionOperator.LastXWeeks => now.Date.AddDays(-DaysInWeek * x),
            ConditionOperator.LastXMonths => now.Date.AddMonths(-x),
            ConditionOperator.LastXYears => now.Date.AddYears(-x),
            _ => null,
        };
        return from is { } first ? DateRange.Between(first, now.AddSeconds(1)) : null;
    }

    private static DateRange? Next(ConditionOperator op, DateTime now, int x)
    {
        DateTime midnight = now.Date.AddDays(1);
        DateTime? before = op switch
        {
            ConditionOperator.Next7Days => midnight.AddDays(DaysInWeek),
            ConditionOperator.NextXHours => now.Date.AddHours(now.Hour + x + 1),
            ConditionOperator.NextXDays => midnight.AddDays(x),
            ConditionOperator.NextXWeeks => midnight.AddDays(DaysInWeek * x),
            ConditionOperator.NextXMonths => midnight.AddMonths(x),
            ConditionOperator.NextXYears => midnight.AddYears(x),
            _ => null,
        };
        return before is { } last ? DateRange.Between(now, last) : null;
    }

    private static DateRange? OlderThan(ConditionOperator op, DateTime now, int x)
    {
        DateTime? before = op switch
        {
            ConditionOperator.OlderThanXMinutes => now.Date.AddMinutes((now.Hour * 60) + now.Minute - x),
            ConditionOperator.OlderThanXHours => now.Date.AddHours(now.Hour - x),
            ConditionOperator.OlderThanXDays => now.Date.AddDays(-x),
            ConditionOperator.OlderThanXWeeks => now.Date.AddDays(-DaysInWeek * x),
            ConditionOperator.OlderThanXMonths => now.Date.AddMonths(-x),
            ConditionOperator.OlderThanXYears => now.Date.AddYears(-x),
            _ => null,
        };
        return before is { } last ? DateRange.Until(last) : null;
    }
}
