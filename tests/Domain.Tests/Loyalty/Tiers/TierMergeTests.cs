using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Tiers;

public sealed class TierMergeTests
{
    private static readonly Day Joined = new(2025, 5, 20);
    private static readonly Day Today = new(2027, 2, 10);
    private static readonly Tier Basic = new() { Id = Guid.NewGuid(), Rank = 0 };
    private static readonly Tier Silver = new() { Id = Guid.NewGuid(), Rank = 1, YearPoints = 10_000 };
    private static readonly Tier Gold = new() { Id = Guid.NewGuid(), Rank = 2, YearPoints = 20_000 };
    private static readonly TierStanding IsBasic = new() { TierId = Basic.Id, Since = Joined };
    private static readonly TierStanding IsGold =
        new() { TierId = Gold.Id, Since = new Day(2026, 6, 1), Until = new Day(2027, 12, 31) };

    [Fact]
    [Trait("Rule", "L53")]
    public void Months_of_both_reach_together_what_neither_reached_alone()
    {
        StatusBook both = StatusBook.Empty.Plus(new Day(2027, 1, 5), 6_000, 1).Plus(Today, 4_000, 1);

        TierDecision decision = Merge(IsBasic, both).Join(IsBasic);

        Assert.Equal(TierResult.Upgraded, decision.Result);
        Assert.Equal(TierReason.Merge, decision.Reason);
        Assert.Equal(
            new TierStanding { TierId = Silver.Id, Since = Today, Until = new Day(2028, 12, 31) }, decision.After);
        Assert.Equal(IsBasic, decision.Before);
    }

    [Fact]
    [Trait("Rule", "L53")]
    public void A_tier_of_last_year_counts_together_too_and_lasts_as_long_as_it_would_have()
    {
        StatusBook both = StatusBook.Empty.Plus(new Day(2026, 3, 5), 12_000, 1).Plus(new Day(2026, 9, 5), 8_000, 1);

        TierStanding after = Merge(IsBasic, both).Join(IsBasic).After;

        Assert.Equal(Gold.Id, after.TierId);
        Assert.Equal(new Day(2027, 12, 31), after.Until);
    }

    [Fact]
    [Trait("Rule", "L53")]
    public void The_higher_tier_of_the_two_stays_also_without_the_months_that_gave_it()
    {
        TierStanding after = Merge(IsBasic, StatusBook.Empty).Join(IsGold).After;

        Assert.Equal(IsGold with { Since = Today }, after);
        Assert.Equal(after, Merge(IsBasic, StatusBook.Empty).JoinAsTheyStand(IsGold).After);
        Assert.Equal(IsGold, Merge(IsGold, StatusBook.Empty).Join(IsBasic).After);
        Assert.Equal(TierResult.Unchanged, Merge(IsGold, StatusBook.Empty).Join(IsBasic).Result);
    }

    [Fact]
    public void Changed_limits_that_wait_for_a_decision_are_not_asked()
    {
        StatusBook both = StatusBook.Empty.Plus(Today, 20_000, 1);

        Assert.Equal(TierResult.Unchanged, Merge(IsBasic, both).JoinAsTheyStand(IsBasic).Result);
    }

    [Fact]
    [Trait("Rule", "L54")]
    public void Undone_a_merge_takes_back_the_tier_that_it_brought_and_no_other()
    {
        StatusBook own = StatusBook.Empty.Plus(new Day(2026, 9, 5), 10_000, 1);

        TierDecision taken = Merge(IsGold, own).Part(cameByMerge: true);

        Assert.Equal(Silver.Id, taken.After.TierId);
        Assert.Equal(TierResult.Downgraded, taken.Result);
        Assert.Equal(TierResult.Unchanged, Merge(IsGold, own).Part(cameByMerge: false).Result);
    }

    [Fact]
    public void A_tier_of_the_past_is_remembered_only_while_it_lasts()
    {
        StatusBook old = StatusBook.Empty.Plus(new Day(2025, 9, 5), 20_000, 1);

        Assert.Equal(Basic.Id, Policy().Remembered(old, Joined, Today).TierId);
        Assert.Equal(Gold.Id, Policy().Remembered(old, Joined, new Day(2026, 12, 31)).TierId);
    }

    private static TierPolicy Policy() => new([Basic, Silver, Gold], new TierSettings());

    private static TierMerge Merge(TierStanding standing, StatusBook status) => new(
        Policy(), new TierCandidate { JoinedOn = Joined, Standing = standing, Status = status }, Today);
}
