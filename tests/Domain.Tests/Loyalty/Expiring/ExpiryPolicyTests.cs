using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Domain.Tests.Loyalty.Lots;

namespace CrmExtensions.Domain.Tests.Loyalty.Expiring;

public sealed class ExpiryPolicyTests
{
    private static readonly Day Today = new(2026, 3, 1);

    [Theory]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-02-28", "2026-03-28")]
    [Trait("Rule", "L45")]
    public void A_month_after_the_last_of_january_is_the_last_of_february(string earned, string end) =>
        Assert.Equal(end, End(new ExpirySettings { Kind = ExpiryKind.RollingMonths, Months = 1 }, earned));

    [Theory]
    [InlineData(0, "2026-03-30", "2026-03-31")]
    [InlineData(0, "2026-03-31", "2027-03-31")]
    [InlineData(0, "2026-04-01", "2027-03-31")]
    [InlineData(1, "2026-04-01", "2028-03-31")]
    public void A_fixed_date_is_the_next_one_after_the_day_of_earning(int years, string earned, string end)
    {
        var settings = new ExpirySettings
        {
            Kind = ExpiryKind.FixedDate, FixedMonth = 3, FixedDay = 31, Years = years,
        };

        Assert.Equal(end, End(settings, earned));
    }

    [Fact]
    public void A_fixed_date_that_a_year_lacks_is_the_last_of_its_month() =>
        Assert.Equal("2027-02-28", End(
            new ExpirySettings { Kind = ExpiryKind.FixedDate, FixedMonth = 2, FixedDay = 29 }, "2026-03-01"));

    [Theory]
    [InlineData(0, "2026-12-31")]
    [InlineData(2, "2028-12-31")]
    [Trait("Rule", "L44")]
    public void The_end_of_the_year_is_its_last_day(int years, string end) =>
        Assert.Equal(end, End(new ExpirySettings { Kind = ExpiryKind.EndOfYear, Years = years }, "2026-12-31"));

    [Fact]
    public void Points_that_are_held_back_do_not_end_before_they_are_free()
    {
        var settings = new ExpirySettings { Kind = ExpiryKind.EndOfYear, HoldingDays = 14 };

        LotKey lot = ExpiryPolicy.LotOf(settings, new Day(2026, 12, 30));

        Assert.Equal(new Day(2027, 1, 13), lot.AvailableFrom);
        Assert.Equal(new Day(2027, 1, 13), lot.ExpiresOn);
        Assert.Equal(LotKey.Endless, ExpiryPolicy.LotOf(new ExpirySettings(), Today));
    }

    [Fact]
    [Trait("Rule", "L42")]
    [Trait("Rule", "L43")]
    [Trait("Rule", "L44")]
    public void Lots_end_after_their_last_day_each_day_with_its_own_entry_and_a_rerun_finds_nothing()
    {
        MemberHead head = Head(Lot("2026-02-27", 10), Lot("2026-02-28", 20), Lot("2026-03-01", 40), Lot(null, 80));

        IReadOnlyList<ExpiryDue> due = ExpiryPolicy.Due(new ExpirySettings(), head, null, Today);

        Assert.Equal([-10, -20], due.Select(one => one.Points));
        Assert.Equal([new Day(2026, 2, 27), new Day(2026, 2, 28)], due.Select(one => one.EndedOn));
        foreach (ExpiryDue one in due)
        {
            EntryDraft draft = Any.Draft(EntryKind.Expire, one.Points) with { Allocation = one.Lots };
            head = Ledger.Post(head, draft, PostingTerms.On(Today)).Head;
        }

        Assert.Equal(120, head.Balance);
        Assert.Empty(ExpiryPolicy.Due(new ExpirySettings(), head, null, Today));
    }

    [Theory]
    [InlineData("2025-02-28", true)]
    [InlineData("2025-03-01", false)]
    [Trait("Rule", "L47")]
    public void After_the_term_of_inactivity_the_whole_balance_ends(string lastActivity, bool ends)
    {
        var settings = new ExpirySettings { Kind = ExpiryKind.Inactivity, Months = 12 };
        MemberHead head = Head(Lot(null, 80));

        IReadOnlyList<ExpiryDue> due = ExpiryPolicy.Due(settings, head, AnyLots.DayOf(lastActivity), Today);

        Assert.Equal(ends ? [-80] : [], due.Select(one => one.Points));
    }

    [Fact]
    [Trait("Rule", "L47")]
    public void Corrections_and_returns_are_signs_of_life_only_by_setting()
    {
        var strict = new ExpirySettings();
        var kind = new ExpirySettings { AdjustmentIsActivity = true, ReturnIsActivity = true };

        Assert.True(ExpiryPolicy.IsActivity(strict, EntryKind.Earn));
        Assert.True(ExpiryPolicy.IsActivity(strict, EntryKind.Redeem));
        Assert.False(ExpiryPolicy.IsActivity(strict, EntryKind.Adjust));
        Assert.False(ExpiryPolicy.IsActivity(strict, EntryKind.Return));
        Assert.True(ExpiryPolicy.IsActivity(kind, EntryKind.Adjust));
        Assert.True(ExpiryPolicy.IsActivity(kind, EntryKind.Return));
        Assert.False(ExpiryPolicy.IsActivity(kind, EntryKind.Expire));
    }

    [Fact]
    [Trait("Rule", "L46")]
    public void Changed_settings_leave_lots_alone_unless_the_mode_is_dynamic_and_the_number_is_known_before()
    {
        LotBook lots = LotBook.Of([Lot("2026-12-31", 10), Lot(null, 5)]);
        var shorter = new ExpirySettings { Kind = ExpiryKind.RollingMonths, Months = 6 };
        var dynamic = new ExpirySettings
        {
            Kind = ExpiryKind.RollingMonths, Months = 6, Mode = ExpiryMode.Dynamic,
        };

        Assert.Equal(lots, ExpiryPolicy.Redated(shorter, lots, Today));
        Assert.Equal(0, ExpiryPolicy.PointsRedated(shorter, lots, Today));
        LotBook after = ExpiryPolicy.Redated(dynamic, lots, Today);
        Assert.Equal([new Day(2026, 7, 1), new Day(2026, 9, 1)], after.Lots.Select(lot => lot.Key.ExpiresOn));
        Assert.Equal(15, ExpiryPolicy.PointsRedated(dynamic, lots, Today));
        Assert.Equal(after, ExpiryPolicy.Redated(dynamic, after, Today.AddDays(5)));
    }

    [Fact]
    [Trait("Rule", "L48")]
    public void The_ladder_sums_what_ends_on_each_day_to_come()
    {
        LotBook lots = LotBook.Of(
            [Lot("2026-02-28", 1), Lot("2026-03-01", 2), Lot("2026-03-31", 4), Lot("2026-03-31", 8), Lot(null, 16)]);

        Assert.Equal(
            [new ExpiryRung { ExpiresOn = Today, Points = 2 }, new ExpiryRung { ExpiresOn = Last, Points = 12 }],
            ExpiryLadder.Of(lots, Today));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-03-01", 30)]
    [InlineData("2026-03-01", "2026-03-23", 0)]
    [InlineData("2026-03-01", "2026-03-25", 7)]
    [InlineData("2026-02-01", "2026-03-25", 7)]
    [InlineData("2026-03-24", "2026-03-31", 0)]
    [Trait("Rule", "L48")]
    public void A_reminder_comes_once_even_if_the_job_missed_its_day(string lastRun, string today, int daysBefore)
    {
        var settings = new ExpirySettings { ReminderDays = [60, 30, 7] };
        LotBook lots = LotBook.Of([Lot("2026-03-31", 12)]);

        IReadOnlyList<ExpiryReminder> due = ExpiryLadder.Due(
            settings, lots, AnyLots.DayOf(lastRun)!.Value, AnyLots.DayOf(today)!.Value);

        Assert.Equal(daysBefore == 0 ? [] : [daysBefore], due.Select(one => one.DaysBefore));
        Assert.All(due, one => Assert.Equal(12, one.Points));
    }

    private static Day Last => new(2026, 3, 31);

    private static string? End(ExpirySettings settings, string earned) =>
        ExpiryPolicy.EndOf(settings, AnyLots.DayOf(earned)!.Value)?.ToString();

    private static Lot Lot(string? until, int points) =>
        new(LotKey.Of(new Day(2026, 1, 1), null, AnyLots.DayOf(until)), points);

    private static MemberHead Head(params Lot[] lots)
    {
        LotBook book = LotBook.Of(lots);
        return MemberHead.Of(Any.MemberId) with { Balance = (int)book.Total, Lots = book };
    }
}
