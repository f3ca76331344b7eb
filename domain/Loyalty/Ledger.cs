using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The one place where points come into being. Appends a draft behind a member's head: numbers it, keeps the balance,
/// chains the hash. The caller holds the lock on the member and has looked the source key up.
/// </summary>
public static class Ledger
{
    public static Posting Post(MemberHead head, EntryDraft draft, DebtPolicy debt = DebtPolicy.Refuse)
    {
        PostingResult result = Check(head, draft, debt);
        if (result != PostingResult.Accepted) return Posting.Refused(result, head);

        var open = new LedgerEntry
        {
            Draft = draft,
            Sequence = head.Sequence + 1,
            BalanceAfter = head.Balance + draft.Points,
            PreviousHash = head.LastHash,
        };
        LedgerEntry entry = open with { Hash = LedgerHash.Of(open) };
        return Posting.Accepted(entry, HeadAfter(entry));
    }

    /// <summary>Whether a draft stands for itself, before any ledger is looked at.</summary>
    public static PostingResult CheckFacts(EntryDraft draft)
    {
        if (draft.Points == 0) return PostingResult.ZeroPoints;
        if (draft.Key.Kind == EntryKind.Earn)
        {
            if (draft.Points < 0) return PostingResult.EarnedPointsMustBePositive;
            bool hasBasis = draft.Basis is not null && draft.BasisAmount is not null && draft.Breakdown.Length > 0;
            if (!hasBasis) return PostingResult.BasisIsMissing;
        }
        else if (draft.Key.Kind == EntryKind.Adjust && draft.Reason is null)
        {
            return PostingResult.ReasonIsMissing;
        }

        return draft.OriginatorId == Guid.Empty ? PostingResult.OriginatorIsMissing : PostingResult.Accepted;
    }

    internal static MemberHead HeadAfter(LedgerEntry entry) => new()
    {
        MemberId = entry.Draft.Key.MemberId,
        Sequence = entry.Sequence,
        LastHash = entry.Hash,
        Balance = entry.BalanceAfter,
    };

    private static PostingResult Check(MemberHead head, EntryDraft draft, DebtPolicy debt)
    {
        if (draft.Key.MemberId != head.MemberId) return PostingResult.KeyDoesNotFit;
        PostingResult facts = CheckFacts(draft);
        if (facts != PostingResult.Accepted) return facts;
        long balance = (long)head.Balance + draft.Points;
        if (balance is > int.MaxValue or < int.MinValue || head.Sequence == int.MaxValue) return PostingResult.Overflow;
        bool deeperInDebt = balance < 0 && draft.Points < 0;
        return deeperInDebt && debt == DebtPolicy.Refuse ? PostingResult.BalanceTooLow : PostingResult.Accepted;
    }
}
