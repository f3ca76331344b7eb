using System;
using System.Globalization;
using Dataverse.Local.Query;

namespace Dataverse.Local.Store;

/// <summary>The number by which a date is grouped. Weeks are those of the American calendar: they begin on Sunday, and
/// week 1 holds 1 January, as the platform's DATEPART does.</summary>
internal static class DateParts
{
    public static int Of(int part, DateTime local) => (DateGrouping)part switch
    {
        DateGrouping.Day => local.Day,
        DateGrouping.Week => CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(
            local, CalendarWeekRule.FirstDay, DayOfWeek.Sunday),
        DateGrouping.Month => local.Month,
        DateGrouping.Quarter => ((local.Month - 1) / 3) + 1,
        DateGrouping.Year => local.Year,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
