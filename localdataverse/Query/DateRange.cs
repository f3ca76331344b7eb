using System;

namespace Dataverse.Local.Query;

/// <summary>A half-open range of local times: from the first, up to but without the second. Null is open.</summary>
internal sealed class DateRange
{
    private const int DaysInWeek = 7;

    private DateRange(DateTime? from, DateTime? before)
    {
        From = from;
        Before = before;
    }

    public DateTime? From { get; }

    public DateTime? Before { get; }

    public static DateRange Between(DateTime from, DateTime before) => new(from, before);

    public static DateRange Since(DateTime from) => new(from, null);

    public static DateRange Until(DateTime before) => new(null, before);

    public static DateRange OfDay(DateTime day) => new(day.Date, day.Date.AddDays(1));

    /// <summary>Weeks run from Sunday to Saturday.</summary>
    public static DateRange OfWeek(DateTime day, int shift)
    {
        DateTime sunday = day.Date.AddDays((shift * DaysInWeek) - (int)day.DayOfWeek);
        return new(sunday, sunday.AddDays(DaysInWeek));
    }

    public static DateRange OfMonth(DateTime day, int shift)
    {
        DateTime first = new DateTime(day.Year, day.Month, 1).AddMonths(shift);
        return new(first, first.AddMonths(1));
    }

    public static DateRange OfYear(DateTime day, int shift)
    {
        DateTime first = new DateTime(day.Year, 1, 1).AddYears(shift);
        return new(first, first.AddYears(1));
    }
}
