using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Returning;

public sealed class ReturnPolicyTests
{
    private static readonly Guid A = new(1, 0, 0, new byte[8]);
    private static readonly Guid B = new(2, 0, 0, new byte[8]);
    private static readonly Guid C = new(3, 0, 0, new byte[8]);
    private static readonly Day Today = Day.Of(Any.Noon);

    [Fact]
    [Trait("Rule", "L21")]
    [Trait("Rule", "L20")]
    public void A_line_gives_back_what_it_was_recorded_to_have_earned_and_no_share_of_the_value()
    {
        ReturnPlan plan = ReturnPolicy.Lines(Record(), Any.MemberId, [Back(C, 1m)]);

        Assert.Equal(ReturnResult.Planned, plan.Result);
        Assert.Equal(-20, plan.Points);
        Assert.Equal(-20, plan.StatusPoints);
        Assert.Equal(0, plan.StatusOrders);
    }

    [Fact]
    [Trait("Rule", "L21")]
    public void A_line_with_bonuses_gives_them_back_too() =>
        Assert.Equal(-30, ReturnPolicy.Lines(Record(), Any.MemberId, [Back(B, 1m)]).Points);

    [Fact]
    [Trait("Rule", "L22")]
    public void Whatever_the_sequence_of_partial_returns_exactly_the_earned_points_come_back()
    {
        Gen<int[]> split = Gen.Choose(1, 5).ListOf().Select(list => list.ToArray());
        Prop.ForAll(split.ToArbitrary(), Gen.Choose(1, 997).ToArbitrary(), (quantities, points) =>
        {
            int units = Math.Max(1, quantities.Sum());
            var earned = new Breakdown(
            [
                new BreakdownPart { Line = A, Units = units, Amount = 99.99m, Points = points },
                new BreakdownPart { Rule = "tier", Line = A, Points = points / 3 },
            ]);
            EarnRecord record = new() { MemberId = Any.MemberId, Earned = earned };
            foreach (int quantity in quantities.Length == 0 ? [1] : quantities)
            {
                ReturnPlan plan = ReturnPolicy.Lines(record, Any.MemberId, [Back(A, quantity)]);
                record = new EarnRecord
                {
                    MemberId = Any.MemberId,
                    Earned = earned,
                    TakenBack = Breakdown.Sum([record.TakenBack, plan.Breakdown]),
                };
                if (plan.Points > 0 || record.Outstanding.Points < 0) return false;
            }

            return record.Outstanding.Points == 0 && record.Outstanding.Amount == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("Rule", "L22")]
    public void The_last_line_brings_freight_and_the_order_itself_back()
    {
        ReturnPlan two = ReturnPolicy.Lines(Record(), Any.MemberId, [Back(A, 1m), Back(B, 1m)]);
        ReturnPlan all = ReturnPolicy.Lines(Record(), Any.MemberId, [Back(A, 1m), Back(B, 1m), Back(C, 1m)]);

        Assert.Equal(-50, two.Points);
        Assert.Equal(-74, all.Points);
        Assert.True(all.IsEverything);
        Assert.Equal(-1, all.StatusOrders);
        Assert.Equal(-74, ReturnPolicy.Everything(Record(), Any.MemberId).Points);
    }

    [Fact]
    [Trait("Rule", "L28")]
    public void A_return_without_its_award_or_of_another_member_is_refused_by_name()
    {
        Assert.Equal(ReturnResult.AwardIsUnknown, ReturnPolicy.Everything(null, Any.MemberId).Result);
        Assert.Equal(ReturnResult.BelongsToAnotherMember, ReturnPolicy.Everything(Record(), Guid.NewGuid()).Result);
        Assert.Equal(ReturnResult.LineIsUnknown, One(Back(Guid.NewGuid(), 1m)));
        Assert.Equal(ReturnResult.QuantityIsUnusable, One(Back(A, 0m)));
        Assert.Equal(ReturnResult.MoreThanWasBought, One(Back(A, 1.00001m)));
    }

    [Theory]
    [InlineData(NegativePolicy.PendingOnly, -25)]
    [InlineData(NegativePolicy.WithinBalance, -40)]
    [InlineData(NegativePolicy.AllowNegative, -74)]
    [Trait("Rule", "L26")]
    public void The_policy_says_how_much_of_spent_points_is_taken(NegativePolicy policy, int taken)
    {
        var programme = new Programme { Returns = policy };
        EarnRecord record = Record();
        MemberHead head = MemberHead.Of(Any.MemberId) with
        {
            Balance = 40, Lots = LotBook.Of([new Lot(record.Lot, 25), new Lot(LotKey.Endless, 15)]),
        };

        ReturnPlan plan = ReturnPolicy.Limit(
            ReturnPolicy.Everything(record, Any.MemberId), record, head, programme, Today);

        Assert.Equal(taken, plan.Points);
        Assert.Equal(74 + taken, plan.WrittenOff);
        Assert.Equal(-44, plan.StatusPoints);
        EarnRecord after = EarnRecord.Of(Award(), [ReturnOf(plan)]);
        Assert.Equal(ReturnResult.NothingToTakeBack, ReturnPolicy.Everything(after, Any.MemberId).Result);
    }

    [Fact]
    [Trait("Rule", "L27")]
    public void Cancelled_and_reactivated_the_document_counts_what_it_counted()
    {
        EntryDraft cancelled = ReturnOf(ReturnPolicy.Everything(Record(), Any.MemberId));
        Breakdown again = ReturnPolicy.Reactivation(EarnRecord.Of(Award(), [cancelled]));
        EntryDraft correction = Reactivated(again);

        EarnRecord after = EarnRecord.Of(Award(), [correction, cancelled]);

        Assert.Equal(74, again.Points);
        Assert.Equal(74, after.Outstanding.Points);
        Assert.Equal(0, ReturnPolicy.Reactivation(after).Points);
        Assert.Equal(-10, ReturnPolicy.Lines(after, Any.MemberId, [Back(A, 0.5m)]).Points);
    }

    [Fact]
    [Trait("Rule", "L27")]
    public void What_a_policy_spared_is_not_given_a_second_time()
    {
        var programme = new Programme { Returns = NegativePolicy.WithinBalance };
        MemberHead head = MemberHead.Of(Any.MemberId) with { Balance = 30 };
        ReturnPlan plan = ReturnPolicy.Everything(Record(), Any.MemberId);
        EntryDraft cancelled = ReturnOf(ReturnPolicy.Limit(plan, Record(), head, programme, Today));
        EarnRecord record = EarnRecord.Of(Award(), [cancelled]);

        Breakdown again = ReturnPolicy.Reactivation(record);
        EntryDraft correction = Reactivated(again);
        EarnRecord after = EarnRecord.Of(Award(), [cancelled, correction]);

        Assert.Equal(-30, cancelled.Points);
        Assert.Equal(44, record.Spared);
        Assert.Equal(30, again.Points);
        Assert.Equal(0, after.Spared);
        Assert.Equal(74, after.Outstanding.Points);
        Assert.Equal(-74, ReturnPolicy.Everything(after, Any.MemberId).Points);
    }

    [Fact]
    [Trait("Rule", "L26")]
    public void A_return_that_was_spared_wholly_is_remembered_by_an_entry_of_no_points()
    {
        MemberHead head = MemberHead.Of(Any.MemberId);
        ReturnPlan plan = ReturnPolicy.Limit(
            ReturnPolicy.Everything(Record(), Any.MemberId), Record(), head, new Programme(), Today);
        EntryDraft spared = ReturnOf(plan) with { StatusPoints = plan.StatusPoints, EarnedOn = Today };

        Posting posting = Ledger.Post(head, spared);

        Assert.Equal(PostingResult.Accepted, posting.Result);
        Assert.Equal(0, posting.Head.Balance);
        Assert.Equal(-44, posting.Head.Status.PointsBetween(Today, Today));
        EarnRecord after = EarnRecord.Of(Award(), [spared]);
        Assert.Equal(ReturnResult.NothingToTakeBack, ReturnPolicy.Everything(after, Any.MemberId).Result);
        Assert.Equal(PostingResult.ZeroPoints, Ledger.Post(head, spared with { Breakdown = "" }).Result);
    }

    [Theory]
    [InlineData(7, -2, -2, -3)]
    [InlineData(6, -2, -2, -2)]
    [Trait("Rule", "L22")]
    public void A_part_of_a_point_stays_with_the_customer_until_the_last_unit(int points, params int[] back)
    {
        var part = new BreakdownPart { Line = A, Units = 3m, Amount = points, Points = points };
        EntryDraft award = Any.Earning(points) with { Breakdown = new Breakdown([part]).ToJson() };
        var later = new List<EntryDraft>();
        for (int unit = 0; unit < 3; unit++)
            later.Add(ReturnOf(ReturnPolicy.Lines(EarnRecord.Of(award, later), Any.MemberId, [Back(A, 1m)])));

        Assert.Equal(back, later.Select(draft => draft.Points));
    }

    [Fact]
    [Trait("Rule", "L22")]
    public void The_same_line_twice_in_one_return_counts_once_with_both_quantities()
    {
        Assert.Equal(-10, ReturnPolicy.Lines(Record(), Any.MemberId, [Back(A, 0.25m), Back(A, 0.25m)]).Points);
        Assert.Equal(ReturnResult.MoreThanWasBought, ReturnPolicy
            .Lines(Record(), Any.MemberId, [Back(A, 1m), Back(A, 1m)]).Result);
        Assert.Equal(ReturnResult.QuantityIsUnusable, ReturnPolicy
            .Lines(Record(), Any.MemberId, [Back(A, 2m), Back(A, -1m)]).Result);
    }

    [Fact]
    [Trait("Rule", "L19")]
    public void A_changed_document_gets_the_difference_to_a_fresh_award()
    {
        Award fresh = EarningPolicy.Award(new Programme(), Any.Order(60m, 25m, 35m));
        EarnRecord record = new() { Earned = EarningPolicy.Award(new Programme(), Any.Order(40m, 10m, 30m)).Breakdown };

        Breakdown difference = ReturnPolicy.Difference(record, fresh);

        Assert.Equal(20, difference.Points);
        Assert.Equal([15, 5], difference.Parts.Select(part => part.Points));
        Assert.Equal(60, Breakdown.Sum([record.Earned, difference]).Points);
    }

    private static ReturnResult One(ReturnedLine line) => ReturnPolicy.Lines(Record(), Any.MemberId, [line]).Result;

    private static EntryDraft Reactivated(Breakdown again) => Any.Draft(EntryKind.Correction, again.Points) with
    {
        Breakdown = again.ToJson(), ReversesId = Any.UserId,
    };

    private static EntryDraft ReturnOf(ReturnPlan plan) =>
        Any.Draft(EntryKind.Return, plan.Points) with { Breakdown = plan.Breakdown.ToJson() };

    private static EarnRecord Record() => EarnRecord.Of(Award(), []);

    /// <summary>L21: lines of 10, 10 and 20 with bonuses of 10, 20 and 0, and freight of 4.</summary>
    private static EntryDraft Award() => Any.Earning(74) with
    {
        EarnedOn = Today,
        AvailableFrom = Today.AddDays(14),
        ExpiresOn = Today.AddYears(1),
        Breakdown = new Breakdown(
        [
            Part(A, 10), Part(B, 10), Part(C, 20),
            new BreakdownPart { Item = BreakdownPart.Freight, Amount = 4m, Points = 4 },
            new BreakdownPart { Rule = "promotion", Line = A, Points = 10 },
            new BreakdownPart { Rule = "promotion", Line = B, Points = 20 },
        ]).ToJson(),
    };

    private static BreakdownPart Part(Guid line, int points) =>
        new() { Line = line, Units = 1m, Amount = points, Points = points };

    private static ReturnedLine Back(Guid line, decimal quantity) => new() { Line = line, Quantity = quantity };
}
