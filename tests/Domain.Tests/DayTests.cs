using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests;

public sealed class DayTests
{
    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-01-31", 12, "2027-01-31")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("9999-01-31", 12, "9999-12-31")]
    [Trait("Rule", "L45")]
    public void A_month_that_is_too_short_ends_on_its_last_day(string from, int months, string to) =>
        Assert.Equal(to, Of(from).AddMonths(months).ToString());

    [Theory]
    [InlineData("2026-3-1")]
    [InlineData("2026-02-29")]
    [InlineData("01.03.2026")]
    [InlineData("2026-03-01T00:00:00")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_iso_days_are_days(string? text) => Assert.False(Day.TryParse(text, out _));

    [Fact]
    public void Days_count_from_monday_and_compare_by_the_calendar()
    {
        Day monday = new(2026, 11, 23);

        Assert.Equal(1, monday.Weekday);
        Assert.Equal(7, monday.AddDays(-1).Weekday);
        Assert.True(monday > monday.AddDays(-1));
        Assert.Equal(30, monday.AddMonths(1).DaysSince(monday));
        Assert.Equal(new Day(2026, 11, 23), Day.Of(new DateTime(2026, 11, 23, 23, 59, 59)));
        Assert.Equal(default, default(Day).AddDays(-1));
    }

    [Theory]
    [InlineData("2026-12-31T22:30:00", "2026-12-31")]
    [InlineData("2026-12-31T23:30:00", "2027-01-01")]
    [InlineData("2026-07-31T21:59:59", "2026-07-31")]
    [InlineData("2026-07-31T22:00:00", "2026-08-01")]
    [Trait("Rule", "L44")]
    public void The_programmes_zone_decides_which_day_it_is(string utc, string day)
    {
        DateTime moment = DateTime.SpecifyKind(DateTime.Parse(utc, Culture.Invariant), DateTimeKind.Utc);

        Assert.Equal(day, new ProgrammeZone(Berlin()).DayAt(moment).ToString());
    }

    [Fact]
    [Trait("Rule", "L44")]
    public void A_day_begins_at_the_midnight_of_the_zone()
    {
        var zone = new ProgrammeZone(Berlin());

        Assert.Equal(new DateTime(2026, 6, 30, 22, 0, 0, DateTimeKind.Utc), zone.StartOf(new Day(2026, 7, 1)));
        Assert.Equal(new DateTime(2026, 12, 31, 23, 0, 0, DateTimeKind.Utc), zone.StartOf(new Day(2027, 1, 1)));
    }

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("UTC-11", true)]
    [InlineData("W. Europe Standard Time", true)]
    [InlineData("Central Standard Time (Mexico)", true)]
    [InlineData("Europe/Berlin", false)]
    [InlineData("CET", false)]
    [InlineData("EST5EDT", false)]
    [InlineData("UTC+1", false)]
    public void Ids_of_the_iana_list_are_refused(string id, bool isWindows) =>
        Assert.Equal(isWindows, ProgrammeZone.IsWindowsId(id));

    /// <summary>Central European time without asking the machine for it, whose names for zones differ.</summary>
    private static TimeZoneInfo Berlin()
    {
        var begin = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday);
        var end = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), begin, end);
        return TimeZoneInfo.CreateCustomTimeZone(
            "Test", TimeSpan.FromHours(1), "Test", "Test", "Test", new[] { summer });
    }

    private static Day Of(string text)
    {
        Assert.True(Day.TryParse(text, out Day day));
        return day;
    }
}
