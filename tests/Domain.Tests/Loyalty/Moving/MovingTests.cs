using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Moving;

public sealed class MovingTests
{
    private static readonly Guid OtherId = new("99999999-9999-9999-9999-999999999999");
    private static readonly Day Today = Day.Of(Any.Noon);
    private static readonly LotKey Soon = LotKey.Of(Today, null, Today.AddDays(30));
    private static readonly LotKey Later = LotKey.Of(Today, null, Today.AddDays(300));
    private static readonly TransferYear Fresh = new() { Today = Today };

    [Fact]
    [Trait("Rule", "L55")]
    public void Transferred_points_keep_their_dates_and_status_stays_where_it_was_earned()
    {
        MemberHead from = Head(new Lot(Soon, 50), new Lot(Later, 100)) with { Status = Status(150) };
        TransferPlan plan = TransferPlan.Of(new MovingSettings(), from, OtherId, 80, Fresh);

        MemberHead giver = Post(from, Draft(from, EntryKind.TransferOut, -80, plan.Lots));
        MemberHead taker = MemberHead.Of(OtherId);
        taker = Post(taker, Draft(taker, EntryKind.TransferIn, 80, plan.Lots));

        Assert.Equal(LotBook.Of([new Lot(Soon, 50), new Lot(Later, 30)]), taker.Lots);
        Assert.Equal(LotBook.Of(Later, 70), giver.Lots);
        Assert.Equal(Status(150), giver.Status);
        Assert.True(taker.Status.IsEmpty);
    }

    [Theory]
    [InlineData(0, 0, 0, TransferResult.PointsMustBePositive)]
    [InlineData(151, 0, 0, TransferResult.AvailableTooLow)]
    [InlineData(10, 2, 0, TransferResult.TooManyTransfersThisYear)]
    [InlineData(10, 1, 991, TransferResult.TooManyPointsThisYear)]
    [InlineData(10, 1, 990, TransferResult.Possible)]
    [Trait("Rule", "L55")]
    public void Transfers_have_limits_for_a_year(int points, int transfers, int sent, TransferResult result)
    {
        var settings = new MovingSettings { TransfersPerYear = 2, TransferPointsPerYear = 1000 };
        MemberHead from = Head(new Lot(Soon, 50), new Lot(Later, 100));
        TransferYear past = Fresh with { Transfers = transfers, Points = sent };

        Assert.Equal(result, TransferPlan.Of(settings, from, OtherId, points, past).Result);
    }

    [Fact]
    public void Nobody_transfers_to_itself() => Assert.Equal(
        TransferResult.SameMember,
        TransferPlan.Of(new MovingSettings(), Head(new Lot(Soon, 50)), Any.MemberId, 1, Fresh).Result);

    [Fact]
    [Trait("Rule", "L53")]
    public void A_merge_combines_lots_dates_and_status_months()
    {
        MemberHead duplicate = Head(new Lot(Soon, 50), new Lot(Later, 100)) with { Status = Status(150) };
        MemberHead stays = Of(OtherId, new Lot(Later, 7)) with { Status = Status(7) };
        MergePlan plan = MergePlan.Fold(duplicate);

        MemberHead left = Post(duplicate, Merge(duplicate, EntryKind.MergeOut, -plan.Points, plan));
        MemberHead merged = Post(stays, Merge(stays, EntryKind.MergeIn, plan.Points, plan));

        Assert.Equal(0, left.Balance);
        Assert.True(left.Lots.IsEmpty && left.Status.IsEmpty);
        Assert.Equal(LotBook.Of([new Lot(Soon, 50), new Lot(Later, 107)]), merged.Lots);
        Assert.Equal(157, merged.Status.PointsBetween(Today, Today));
    }

    [Fact]
    [Trait("Rule", "L53")]
    public void A_merge_takes_a_debt_over_and_moves_status_even_without_points()
    {
        MemberHead debtor = MemberHead.Of(Any.MemberId) with { Balance = -40 };
        MemberHead stays = Of(OtherId, new Lot(Later, 100));
        MergePlan debt = MergePlan.Fold(debtor);
        MemberHead idle = MemberHead.Of(Any.MemberId) with { Status = Status(5) };
        MergePlan status = MergePlan.Fold(idle);

        Assert.Equal(0, Post(debtor, Merge(debtor, EntryKind.MergeOut, 40, debt)).Balance);
        Assert.Equal(60, Post(stays, Merge(stays, EntryKind.MergeIn, -40, debt)).Lots.Total);
        Assert.False(status.IsNothing);
        Assert.Equal(Status(5), Post(stays, Merge(stays, EntryKind.MergeIn, 0, status)).Status);
        Assert.True(MergePlan.Fold(MemberHead.Of(Any.MemberId)).IsNothing);
    }

    [Fact]
    [Trait("Rule", "L54")]
    public void A_wrong_merge_gives_back_what_is_still_there_in_its_own_lots_first()
    {
        MemberHead duplicate = Head(new Lot(Soon, 50), new Lot(Later, 100)) with { Status = Status(150) };
        MemberHead stays = Of(OtherId, new Lot(Later, 7)) with { Status = Status(7) };
        EntryDraft merge = Merge(stays, EntryKind.MergeIn, 150, MergePlan.Fold(duplicate));
        MemberHead merged = Post(stays, merge);

        MergePlan all = MergePlan.Undo(merge, merged);
        MemberHead spent = Post(merged, Draft(merged, EntryKind.Redeem, -90, LotBook.Empty));
        MergePlan some = MergePlan.Undo(merge, spent);

        Assert.Equal(150, all.Points);
        MemberHead apart = Post(merged, Merge(merged, EntryKind.MergeOut, -all.Points, all));
        Assert.Equal(stays.Lots, apart.Lots);
        Assert.Equal(stays.Status, apart.Status);
        Assert.Equal(67, some.Points);
        MemberHead rest = Post(spent, Merge(spent, EntryKind.MergeOut, -some.Points, some));
        Assert.Equal(0, rest.Balance);
    }

    [Theory]
    [InlineData(LeavePolicy.Forfeit, 0, -150)]
    [InlineData(LeavePolicy.PayOut, -100, -50)]
    [InlineData(LeavePolicy.Freeze, 0, 0)]
    [Trait("Rule", "L57")]
    public void Leaving_forfeits_pays_out_or_freezes(LeavePolicy policy, int paidOut, int forfeited)
    {
        var programme = new Programme { Moving = new MovingSettings { Leaving = policy, FreezeDays = 90 } };
        MemberHead head = Head(new Lot(Later, 100), new Lot(LotKey.Of(Today, Today.AddDays(5), Today.AddDays(99)), 50));

        LeavePlan plan = LeavePlan.Of(programme, head, Today);

        Assert.Equal(paidOut, plan.PaidOutPoints);
        Assert.Equal(-paidOut / 100m, plan.PaidOutValue);
        Assert.Equal(forfeited, plan.ForfeitedPoints);
        Assert.Equal(policy == LeavePolicy.Freeze ? Today.AddDays(90) : null, plan.FrozenUntil);
    }

    [Fact]
    [Trait("Rule", "L56")]
    public void Erasure_forfeits_the_whole_balance_with_an_entry_and_no_debt()
    {
        MemberHead head = Head(new Lot(Soon, 50), new Lot(Later, 100));
        LeavePlan plan = LeavePlan.Forfeit(head);

        Assert.Equal(0, Post(head, Draft(head, EntryKind.Forfeit, plan.ForfeitedPoints, LotBook.Empty)).Balance);
        Assert.Equal(0, LeavePlan.Forfeit(MemberHead.Of(Any.MemberId) with { Balance = -5 }).ForfeitedPoints);
    }

    [Fact]
    [Trait("Rule", "L58")]
    public void An_opening_balance_brings_its_lots_and_can_be_taken_back()
    {
        MemberHead empty = MemberHead.Of(Any.MemberId);
        LotBook lots = LotBook.Of([new Lot(Soon, 50), new Lot(Later, 100)]);
        MemberHead opened = Post(empty, Draft(empty, EntryKind.Opening, 150, lots));

        MemberHead back = Post(opened, Draft(opened, EntryKind.OpeningReversal, -150, lots));

        Assert.Equal(lots, opened.Lots);
        Assert.True(back.Lots.IsEmpty);
    }

    [Theory]
    [InlineData(0, AdjustmentDecision.PointsMustNotBeZero)]
    [InlineData(1000, AdjustmentDecision.Allowed)]
    [InlineData(-1001, AdjustmentDecision.NeedsSecondPerson)]
    [InlineData(int.MinValue, AdjustmentDecision.NeedsSecondPerson)]
    [Trait("Rule", "L40")]
    public void Above_the_limit_another_person_decides(int points, AdjustmentDecision decision)
    {
        Assert.Equal(decision, AdjustmentRight.Ask(points, 1000));
        Assert.Equal(decision, AdjustmentRight.Ask(Math.Sign(points), 1000, points - (long)Math.Sign(points)));
        Assert.Equal(decision, AdjustmentRight.Ask(points, 1000, Math.Sign(points) * -500L));
        Assert.Equal(AdjustmentDecision.SecondPersonIsTheFirst, AdjustmentRight.Decide(Any.UserId, Any.UserId));
        Assert.Equal(AdjustmentDecision.Allowed, AdjustmentRight.Decide(Any.UserId, OtherId));
    }

    private static MemberHead Head(params Lot[] lots) => Of(Any.MemberId, lots);

    private static MemberHead Of(Guid memberId, params Lot[] lots)
    {
        LotBook book = LotBook.Of(lots);
        return MemberHead.Of(memberId) with { Balance = (int)book.Total, Lots = book };
    }

    private static StatusBook Status(int points) => StatusBook.Empty.Plus(Today, points, 1);

    private static EntryDraft Merge(MemberHead head, EntryKind kind, int points, MergePlan plan) =>
        Draft(head, kind, points, plan.Lots) with { Breakdown = plan.Status.ToJson() };

    private static EntryDraft Draft(MemberHead head, EntryKind kind, int points, LotBook lots) =>
        Any.Draft(kind, points) with
        {
            Key = new SourceKey(Any.ProgrammeId, head.MemberId, kind, Guid.NewGuid()), Allocation = lots,
        };

    private static MemberHead Post(MemberHead head, EntryDraft draft)
    {
        Posting posting = Ledger.Post(head, draft, PostingTerms.On(Today));
        Assert.Equal(PostingResult.Accepted, posting.Result);
        return posting.Head;
    }
}
