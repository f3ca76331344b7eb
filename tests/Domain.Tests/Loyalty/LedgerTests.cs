using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class LedgerTests
{
    private static readonly MemberHead Fresh = MemberHead.Of(Any.MemberId);

    [Fact]
    public void The_first_entry_continues_the_genesis_hash()
    {
        Posting posting = Ledger.Post(Fresh, Any.Earning(90));

        Assert.Equal(PostingResult.Accepted, posting.Result);
        LedgerEntry entry = posting.Entry!;
        Assert.Equal(1, entry.Sequence);
        Assert.Equal(90, entry.BalanceAfter);
        Assert.Equal(LedgerHash.Genesis, entry.PreviousHash);
        Assert.Equal(Fresh with { Sequence = 1, Balance = 90, LastHash = entry.Hash }, posting.Head);
    }

    [Fact]
    public void Each_entry_continues_the_one_before_it()
    {
        EntryDraft[] drafts = [Any.Earning(90), Any.Adjustment(-30), Any.Earning(5)];

        List<LedgerEntry> entries = Any.Post(drafts, out MemberHead head);

        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Sequence));
        Assert.Equal([90, 60, 65], entries.Select(entry => entry.BalanceAfter));
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
        Assert.Equal(entries[1].Hash, entries[2].PreviousHash);
        Assert.Equal(65, head.Balance);
    }

    [Fact]
    public void Every_refusal_has_a_name_and_leaves_the_head_alone()
    {
        MemberHead full = Fresh with { Balance = int.MaxValue, Sequence = 1 };
        MemberHead worn = Fresh with { Sequence = int.MaxValue };
        var foreignKey = new SourceKey(Any.ProgrammeId, Guid.NewGuid(), EntryKind.Earn, Guid.NewGuid());
        EntryDraft foreign = Any.Earning(1) with { Key = foreignKey };

        Refused(PostingResult.KeyDoesNotFit, Fresh, foreign);
        Refused(PostingResult.ZeroPoints, Fresh, Any.Adjustment(0));
        Refused(PostingResult.EarnedPointsMustBePositive, Fresh, Any.Earning(-1));
        Refused(PostingResult.BasisIsMissing, Fresh, Any.Earning(1) with { Basis = null });
        Refused(PostingResult.BasisIsMissing, Fresh, Any.Earning(1) with { BasisAmount = null });
        Refused(PostingResult.BasisIsMissing, Fresh, Any.Earning(1) with { Breakdown = "" });
        Refused(PostingResult.ReasonIsMissing, Fresh, Any.Adjustment(1) with { Reason = null });
        Refused(PostingResult.OriginatorIsMissing, Fresh, Any.Adjustment(1) with { OriginatorId = Guid.Empty });
        Refused(PostingResult.Overflow, full, Any.Earning(1));
        Refused(PostingResult.Overflow, worn, Any.Earning(1));
        Refused(PostingResult.BalanceTooLow, Fresh, Any.Adjustment(-1));
    }

    [Fact]
    public void Both_sides_of_zero_and_of_the_largest_balance_are_exact()
    {
        MemberHead ten = Fresh with { Balance = 10, Sequence = 1 };

        Assert.Equal(PostingResult.Accepted, Ledger.Post(ten, Any.Adjustment(-10)).Result);
        Assert.Equal(PostingResult.BalanceTooLow, Ledger.Post(ten, Any.Adjustment(-11)).Result);
        Assert.Equal(PostingResult.Accepted, Ledger.Post(ten, Any.Earning(int.MaxValue - 10)).Result);
        Assert.Equal(PostingResult.Overflow, Ledger.Post(ten, Any.Earning(int.MaxValue - 9)).Result);
    }

    [Fact]
    public void Debt_is_possible_where_the_policy_allows_it_and_credits_pay_it()
    {
        Posting debt = Ledger.Post(Fresh, Any.Adjustment(-40), DebtPolicy.Allow);
        Posting credit = Ledger.Post(debt.Head, Any.Earning(15));

        Assert.Equal(-40, debt.Head.Balance);
        Assert.Equal(PostingResult.Accepted, credit.Result);
        Assert.Equal(-25, credit.Head.Balance);
    }

    [Fact]
    public void Checks_run_in_the_order_of_the_named_results()
    {
        EntryDraft zeroWithoutReason = Any.Adjustment(0) with { Reason = null, OriginatorId = Guid.Empty };
        EntryDraft lowWithoutReason = Any.Adjustment(-1) with { Reason = null };

        Refused(PostingResult.ZeroPoints, Fresh, zeroWithoutReason);
        Refused(PostingResult.ReasonIsMissing, Fresh, lowWithoutReason);
    }

    [Fact]
    public void A_booking_time_is_cut_to_the_second_that_the_platform_stores()
    {
        EntryDraft draft = Any.Earning(1) with { BookedOn = Any.Noon.AddMilliseconds(987) };

        Assert.Equal(Any.Noon, draft.BookedOn);
        Assert.Throws<InvalidOperationException>(() => Any.Earning(1) with { BookedOn = DateTime.Now });
    }

    [Fact]
    public void The_balance_always_equals_the_replay_and_is_never_negative()
    {
        Prop.ForAll(Any.Drafts(), drafts =>
        {
            List<LedgerEntry> entries = Any.Post(drafts, out MemberHead head);
            ReplayReport report = LedgerReplay.Verify(head, entries);
            return report.IsSound
                && report.Balance == head.Balance
                && report.Entries == entries.Count
                && entries.Sum(entry => (long)entry.Draft.Points) == head.Balance
                && entries.All(entry => entry.BalanceAfter >= 0);
        }).QuickCheckThrowOnFailure();
    }

    private static void Refused(PostingResult reason, MemberHead head, EntryDraft draft)
    {
        Posting posting = Ledger.Post(head, draft);

        Assert.Equal(reason, posting.Result);
        Assert.Null(posting.Entry);
        Assert.Same(head, posting.Head);
    }
}
