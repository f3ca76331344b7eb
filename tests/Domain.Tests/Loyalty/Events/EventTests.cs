using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Domain.Tests.Loyalty.Lots;

namespace CrmExtensions.Domain.Tests.Loyalty.Events;

public sealed class EventTests
{
    private static readonly Day Leap = new(2000, 2, 29);

    [Theory]
    [InlineData("2027-02-27", "2027-02-28", "2027-02-28")]
    [InlineData("2027-02-28", "2027-03-01", null)]
    [InlineData("2028-02-27", "2028-02-28", null)]
    [InlineData("2028-02-28", "2028-02-29", "2028-02-29")]
    [InlineData("2026-11-01", "2027-03-10", "2027-02-28")]
    [InlineData("2026-02-27", "2027-02-27", "2026-02-28")]
    [Trait("Rule", "L17")]
    public void The_29th_of_february_is_celebrated_every_year_once_even_if_the_job_missed_it(
        string lastRun, string today, string? due) => Assert.Equal(
            AnyLots.DayOf(due), Occasions.Due(Leap, AnyLots.DayOf(lastRun)!.Value, AnyLots.DayOf(today)!.Value));

    [Fact]
    [Trait("Rule", "L17")]
    public void A_birthday_has_one_source_a_year_and_the_first_day_is_no_anniversary()
    {
        Guid once = Occasions.SourceIn("birthday", Any.MemberId, 2026);

        Assert.Equal(once, Occasions.SourceIn("birthday", Any.MemberId, 2026));
        Assert.NotEqual(once, Occasions.SourceIn("birthday", Any.MemberId, 2027));
        Assert.NotEqual(once, Occasions.SourceIn("anniversary", Any.MemberId, 2026));
        Assert.Null(Occasions.Due(new Day(2026, 3, 1), new Day(2026, 2, 1), new Day(2026, 3, 5)));
    }

    [Fact]
    public void A_recommendation_pays_once_for_a_new_customer_who_bought()
    {
        var referral = new Referral
        {
            ReferrerCustomerId = Any.UserId,
            RefereeCustomerId = Any.MemberId,
            ReferrerIsActive = true,
            RecommendedOn = new Day(2026, 3, 1),
            FirstOrderOn = new Day(2026, 3, 1),
        };

        Assert.Equal(ReferralResult.Qualified, referral.Check());
        Assert.Equal(ReferralResult.AlreadyQualified, (referral with { IsQualified = true }).Check());
        Assert.Equal(ReferralResult.ReferrerIsReferee, (referral with { RefereeCustomerId = Any.UserId }).Check());
        Assert.Equal(ReferralResult.ReferrerIsNotActive, (referral with { ReferrerIsActive = false }).Check());
        Assert.Equal(ReferralResult.RefereeHasNotBought, (referral with { FirstOrderOn = null }).Check());
        Assert.Equal(
            ReferralResult.RefereeBoughtBefore, (referral with { FirstOrderOn = new Day(2026, 2, 28) }).Check());
    }

    [Fact]
    public void A_member_is_due_on_the_earliest_day_that_anything_happens()
    {
        Day day = new(2026, 6, 1);
        LotBook lots = LotBook.Of(
        [
            new Lot(LotKey.Of(day, day.AddDays(14), day.AddDays(365)), 10),
            new Lot(LotKey.Of(day, null, day.AddDays(30)), 10),
        ]);
        var programme = new Programme { Tiers = new TierSettings { GraceDays = 5 } };
        var dates = new MemberDates { Head = MemberHead.Of(Any.MemberId) with { Balance = 20, Lots = lots } };
        var tier = new MemberDates { Tier = new TierStanding { Until = day } };
        var idle = new MemberDates { Head = dates.Head, LastActivityOn = day.AddDays(-20) };
        var inactivity = new Programme { Expiry = new ExpirySettings { Kind = ExpiryKind.Inactivity, Months = 1 } };

        Assert.Equal(day.AddDays(14), dates.NextDue(programme));
        Assert.Equal(day.AddDays(6), tier.NextDue(programme));
        Assert.Equal(day.AddDays(-20).AddMonths(1).AddDays(1), idle.NextDue(inactivity));
        Assert.Null(new MemberDates().NextDue(programme));
    }

    [Theory]
    [InlineData(0, 12, ProgrammeFault.ExpiryMonthsMustBeFrom1To1200)]
    [InlineData(1, 0, ProgrammeFault.RedemptionStepMustBeAtLeast1Point)]
    [InlineData(1, 1, ProgrammeFault.None)]
    public void A_setting_out_of_its_range_is_named_wherever_it_stands(int months, int step, ProgrammeFault fault) =>
        Assert.Equal(fault, new Programme
        {
            Expiry = new ExpirySettings { Kind = ExpiryKind.RollingMonths, Months = months },
            Redemption = new RedemptionSettings { StepPoints = step },
        }.Check());
}
