using System;
using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Days that come back every year: birthdays and anniversaries. Once a year for a member, however often the job runs or
/// fails to.
/// </summary>
public static class Occasions
{
    /// <summary>The day in a year; 29 February is celebrated on the 28th in a common year.</summary>
    public static Day In(int year, Day first) => Day.InMonth(year, first.Month, first.DayOfMonth);

    /// <summary>
    /// The occasion after <paramref name="lastRunOn"/> and up to <paramref name="today"/>; null where there is none. An
    /// occasion that was missed by more than a year is not made up for. The first day itself is none.
    /// </summary>
    public static Day? Due(Day first, Day lastRunOn, Day today)
    {
        for (int year = today.Year; year >= Math.Max(today.Year - 1, first.Year + 1); year--)
        {
            Day day = In(year, first);
            if (day > lastRunOn && day <= today) return day;
        }

        return null;
    }

    /// <summary>Source of the entry: an occasion pays once in a year, even if the date of birth is corrected.</summary>
    public static Guid SourceIn(string occasion, Guid memberId, int year) => SourceKey.SourceNamed(
        occasion + " " + memberId.ToString("N") + " " + year.ToString(CultureInfo.InvariantCulture));
}
