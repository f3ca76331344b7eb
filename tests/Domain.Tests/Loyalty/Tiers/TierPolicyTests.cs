using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Domain.Tests.Loyalty.Lots;

namespace CrmExtensions.Domain.Tests.Loyalty.Tiers;

public sealed class TierPolicyTests
{
    private static readonly Day Joined = new(2025, 5, 20);
    private static readonly Day June = new(2026, 6, 15);

    private static readonly Tier Basic = Tier("basic", 0, null);
    private static readonly Tier Silver = Tier("silver", 1, 10_000);
    private static readonly Tier Gold = Tier("gold", 2, 20_000);
    private static readonly TierStanding SilverUntil2026 =
        new() { TierId = Silver.Id, Since = new Day(2025, 6, 1), Until = new Day(2026, 12, 31) };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6_000, 0)]
    [InlineData(9_999, 0)]
    [InlineData(10_000, 1)]
    [InlineData(19_999, 1)]
    [InlineData(20_000, 2)]
    [Trait("Rule", "L08")]
    public void Reaching_a_limit_exactly_gives_the_tier(int points, int rank) =>
        Assert.Equal(rank, Policy().Reached(Status(June, points), Joined, June)!.Rank);

    [Theory]
    [InlineData(500, 500, 1, true)]
    [InlineData(499, 999, 1, false)]
    [InlineData(0, 1_000, 1, true)]
    [InlineData(0, 0, 20, true)]
    [InlineData(0, 0, 19, false)]
    [Trait("Rule", "L51")]
    public void Any_one_of_several_limits_qualifies(int month, int year, int orders, bool qualifies)
    {
        var many = new Tier { Id = Guid.NewGuid(), Rank = 1, MonthPoints = 500, YearPoints = 1_000, YearOrders = 20 };
        var policy = new TierPolicy([many], new TierSettings());
        StatusBook status = StatusBook.Empty.Plus(June, month, orders).Plus(new Day(2026, 2, 1), year - month, 0);

        Assert.Equal(qualifies, policy.Reached(status, Joined, June) is not null);
    }

    [Theory]
    [InlineData(TierWindow.CalendarYear, "2026-01-01", true)]
    [InlineData(TierWindow.CalendarYear, "2025-12-31", false)]
    [InlineData(TierWindow.RollingYear, "2025-07-01", true)]
    [InlineData(TierWindow.RollingYear, "2025-06-30", false)]
    [InlineData(TierWindow.MembershipYear, "2026-05-01", true)]
    [InlineData(TierWindow.MembershipYear, "2026-04-30", false)]
    public void The_window_decides_which_months_count(TierWindow window, string earned, bool counts)
    {
        var policy = new TierPolicy([Basic, Silver], new TierSettings { Window = window });
        StatusBook status = Status(AnyLots.DayOf(earned)!.Value, 10_000);

        Assert.Equal(counts ? 1 : 0, policy.Reached(status, Joined, June)!.Rank);
    }

    [Fact]
    public void Qualifying_lifts_at_once_and_lasts_to_the_end_of_the_period()
    {
        TierDecision decision = Policy().Evaluate(
            TierStanding.None, Status(June, 20_000), Joined, June, TierReason.Qualified);

        Assert.Equal(TierResult.Upgraded, decision.Result);
        Assert.Equal(TierReason.Qualified, decision.Reason);
        Assert.Equal(
            new TierStanding { TierId = Gold.Id, Since = June, Until = new Day(2027, 12, 31) }, decision.After);
        Assert.Equal(20_000, decision.StatusPoints);
    }

    [Theory]
    [InlineData(TierWindow.CalendarYear, "2027-12-31")]
    [InlineData(TierWindow.RollingYear, "2027-06-15")]
    [InlineData(TierWindow.MembershipYear, "2028-05-19")]
    [Trait("Rule", "L52")]
    public void A_tier_lasts_to_the_end_of_the_period_of_its_window(TierWindow window, string until)
    {
        var policy = new TierPolicy([Basic, Silver], new TierSettings { Window = window });

        TierDecision decision = policy.Evaluate(
            TierStanding.None, Status(June, 10_000), Joined, June, TierReason.Qualified);

        Assert.Equal(AnyLots.DayOf(until), decision.After.Until);
    }

    [Fact]
    [Trait("Rule", "L51")]
    public void Qualifying_again_makes_the_tier_last_longer()
    {
        TierDecision decision = Decide(DowngradePolicy.ByPointsAtPeriodEnd, 10_000, June);

        Assert.Equal(TierResult.Extended, decision.Result);
        Assert.Equal(TierReason.Requalified, decision.Reason);
        Assert.Equal(SilverUntil2026 with { Until = new Day(2027, 12, 31) }, decision.After);
    }

    [Theory]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, "2026-12-31", TierResult.Unchanged, 1)]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, "2027-01-01", TierResult.InGrace, 1)]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, "2027-01-30", TierResult.InGrace, 1)]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, "2027-01-31", TierResult.Downgraded, 0)]
    [InlineData(DowngradePolicy.Immediately, "2026-06-15", TierResult.Downgraded, 0)]
    [Trait("Rule", "L52")]
    public void Below_the_limit_a_tier_ends_after_its_period_and_its_grace(
        DowngradePolicy downgrade, string today, TierResult result, int rank)
    {
        TierDecision decision = Decide(downgrade, 500, AnyLots.DayOf(today)!.Value);

        Assert.Equal(result, decision.Result);
        Assert.Equal(rank == 1 ? Silver.Id : Basic.Id, decision.After.TierId);
        if (result == TierResult.Downgraded) Assert.Equal(TierReason.PeriodEnded, decision.Reason);
    }

    [Theory]
    [InlineData(DowngradePolicy.OneTierAtPeriodEnd, 1)]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, 0)]
    [Trait("Rule", "L52")]
    public void A_tier_falls_one_step_or_to_what_the_points_reach(DowngradePolicy downgrade, int rank)
    {
        var policy = new TierPolicy([Basic, Silver, Gold], new TierSettings { Downgrade = downgrade });
        TierStanding gold = SilverUntil2026 with { TierId = Gold.Id };

        TierDecision decision = policy.Evaluate(
            gold, StatusBook.Empty, Joined, new Day(2027, 1, 1), TierReason.PeriodEnded);

        Assert.Equal(rank == 1 ? Silver.Id : Basic.Id, decision.After.TierId);
    }

    [Fact]
    public void The_year_that_ended_decides_on_new_years_day_not_the_empty_new_one()
    {
        StatusBook status = Status(new Day(2026, 11, 1), 12_000);

        TierDecision decision = Policy().Evaluate(
            SilverUntil2026, status, Joined, new Day(2027, 1, 1), TierReason.PeriodEnded);

        Assert.Equal(TierResult.Extended, decision.Result);
        Assert.Equal(Silver.Id, decision.After.TierId);
    }

    [Theory]
    [InlineData(DowngradePolicy.Immediately, TierResult.Downgraded)]
    [InlineData(DowngradePolicy.ByPointsAtPeriodEnd, TierResult.Unchanged)]
    [Trait("Rule", "L29")]
    public void A_return_that_falls_below_the_limit_follows_the_policy_and_says_why(
        DowngradePolicy downgrade, TierResult result)
    {
        var policy = new TierPolicy([Basic, Silver], new TierSettings { Downgrade = downgrade });
        StatusBook status = Status(June, 10_000).Plus(June, -1, 0);

        TierDecision decision = policy.Evaluate(SilverUntil2026, status, Joined, June, TierReason.Return);

        Assert.Equal(result, decision.Result);
        Assert.Equal(TierReason.Return, decision.Reason);
    }

    [Fact]
    [Trait("Rule", "L49")]
    public void Spending_leaves_the_tier_alone()
    {
        EntryDraft earned = Any.Earning(10_000) with { EarnedOn = June, StatusPoints = 10_000 };
        Any.Post([earned, Any.Draft(EntryKind.Redeem, -10_000)], out MemberHead head);

        Assert.Equal(0, head.Balance);
        Assert.Equal(Silver, Policy().Reached(head.Status, Joined, June));
    }

    [Fact]
    [Trait("Rule", "L50")]
    public void Changed_limits_change_nothing_but_the_preview_until_somebody_asks()
    {
        var easier = new TierPolicy([Basic, Tier("silver", 1, 100)], new TierSettings());
        var member = new TierCandidate
        {
            MemberId = Any.MemberId,
            JoinedOn = Joined,
            Standing = new TierStanding { TierId = Basic.Id, Since = Joined },
            Status = Status(June, 100),
        };

        IReadOnlyList<TierPreview> preview = TierPreview.Of(easier, [member], June);
        IReadOnlyList<TierPreview> before = TierPreview.Of(Policy(), [member], June);

        Assert.Equal(Silver.Id, Assert.Single(preview).Decision.After.TierId);
        Assert.Equal(TierReason.Reevaluation, preview.Single().Decision.Reason);
        Assert.Empty(before);
    }

    [Fact]
    public void Evaluating_twice_changes_nothing_the_second_time()
    {
        TierDecision first = Decide(DowngradePolicy.Immediately, 20_000, June);
        TierDecision second = Policy().Evaluate(first.After, Status(June, 20_000), Joined, June, TierReason.Qualified);

        Assert.True(first.IsChange);
        Assert.False(second.IsChange);
    }

    private static TierDecision Decide(DowngradePolicy downgrade, int points, Day today) =>
        new TierPolicy([Basic, Silver, Gold], new TierSettings { Downgrade = downgrade, GraceDays = 30 })
            .Evaluate(SilverUntil2026, Status(June, points), Joined, today, TierReason.PeriodEnded);

    private static TierPolicy Policy() => new([Gold, Basic, Silver], new TierSettings());

    private static StatusBook Status(Day day, int points) => StatusBook.Empty.Plus(day, points, 1);

    private static Tier Tier(string name, int rank, int? yearPoints) => new()
    {
        Id = new Guid(rank + 1, 0, 0, new byte[8]), Name = name, Rank = rank, YearPoints = yearPoints,
    };
}
