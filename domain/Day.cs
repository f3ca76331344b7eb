using System;
using System.Globalization;

namespace CrmExtensions.Domain;

/// <summary>
/// A calendar day without time and zone: which day it is was decided in the programme's time zone, once, and is shown
/// unchanged everywhere. The default is 0001-01-01; arithmetic stops at 9999-12-31.
/// </summary>
public readonly struct Day : IEquatable<Day>, IComparable<Day>
{
    private const string Format = "yyyy-MM-dd";

    private readonly int number;

    private Day(int number) => this.number = number;

    public Day(int year, int month, int day) : this(NumberOf(new DateTime(year, month, day)))
    {
    }

    public static Day Last { get; } = Of(DateTime.MaxValue);

    public int Year => Midnight.Year;

    public int Month => Midnight.Month;

    public int DayOfMonth => Midnight.Day;

    /// <summary>1 for Monday to 7 for Sunday, as ISO 8601 counts.</summary>
    public int Weekday => (number % 7) + 1;

    /// <summary>Months since year 0: the same number for all days of a month.</summary>
    public int MonthNumber => (Year * 12) + Month - 1;

    /// <summary>Midnight of this day, without a kind: only to store it in a column that holds a date.</summary>
    public DateTime Midnight => new(number * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

    /// <summary>The day that a date names; its time of day and its kind are ignored.</summary>
    public static Day Of(DateTime date) => new(NumberOf(date));

    /// <summary>Strictly <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParse(string? text, out Day day)
    {
        bool isDay = DateTime.TryParseExact(
            text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date);
        day = isDay ? Of(date) : default;
        return isDay;
    }

    public Day AddDays(int days) => new((int)Math.Max(0, Math.Min(Last.number, (long)number + days)));

    /// <summary>The same day of a later month, or that month's last day: 31 January and a month is 28 or 29
    /// February.</summary>
    public Day AddMonths(int months)
    {
        Require.That(months >= 0, "zero months or more");
        return MonthNumber + (long)months > Last.MonthNumber ? Last : Of(Midnight.AddMonths(months));
    }

    /// <summary>29 February becomes 28 February in a common year.</summary>
    public Day AddYears(int years) => years > 9999 ? Last : AddMonths(years * 12);

    /// <summary>Days from <paramref name="earlier"/> to this day; below zero if that one is later.</summary>
    public int DaysSince(Day earlier) => number - earlier.number;

    public static Day Earlier(Day one, Day other) => one < other ? one : other;

    public static Day Later(Day one, Day other) => one > other ? one : other;

    /// <summary>This month's day, or the month's last day where it has no such day.</summary>
    public static Day InMonth(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    public override string ToString() => Midnight.ToString(Format, CultureInfo.InvariantCulture);

    public int CompareTo(Day other) => number.CompareTo(other.number);

    public bool Equals(Day other) => number == other.number;

    public override bool Equals(object? obj) => obj is Day other && Equals(other);

    public override int GetHashCode() => number;

    public static bool operator ==(Day left, Day right) => left.number == right.number;

    public static bool operator !=(Day left, Day right) => left.number != right.number;

    public static bool operator <(Day left, Day right) => left.number < right.number;

    public static bool operator >(Day left, Day right) => left.number > right.number;

    public static bool operator <=(Day left, Day right) => left.number <= right.number;

    public static bool operator >=(Day left, Day right) => left.number >= right.number;

    private static int NumberOf(DateTime date) => (int)(date.Ticks / TimeSpan.TicksPerDay);
}
