using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The one place where points come into being. Appends a draft behind a member's head: numbers it, chooses the lots of
/// a debit, keeps balance, lots and status months, chains the hash. The caller holds the lock on the member and has
/// looked the source key up.
/// </summary>
public static class Ledger
{
    /// <summary>For a programme whose days are UTC days.</summary>
    public static Posting Post(MemberHead head, EntryDraft draft, DebtPolicy debt = DebtPolicy.Refuse) =>
        Post(head, draft, PostingTerms.At(draft.BookedOn, debt));

    public static Posting Post(MemberHead head, EntryDraft draft, PostingTerms terms)
    {
        PostingResult result = Check(head, draft);
        if (result != PostingResult.Accepted) return Posting.Refused(result, head);

        LotBook chosen = LotMovement.Choose(head.Lots, draft, terms.Today);
        result = CheckLots(head, draft, chosen, terms);
        if (result != PostingResult.Accepted) return Posting.Refused(result, head);

        var open = new LedgerEntry
        {
            Draft = draft with { Allocation = draft.Points > 0 ? chosen : LotMovement.Recorded(chosen) },
            Sequence = head.Sequence + 1,
            BalanceAfter = head.Balance + draft.Points,
            PreviousHash = head.LastHash,
        };
        LedgerEntry entry = open with { Hash = LedgerHash.Of(open) };
        return HeadAfter(head, entry) is { } next
            ? Posting.Accepted(entry, next)
            : Posting.Refused(PostingResult.LotsDoNotFit, head);
    }

    /// <summary>Whether a draft stands for itself, before any ledger is looked at.</summary>
    public static PostingResult CheckFacts(EntryDraft draft)
    {
        EntryKind kind = draft.Key.Kind;
        bool mayBeZero = EntryKinds.MayBeZero(kind) && draft.Breakdown.Length > 0;
        if (draft.Points == 0 && !mayBeZero) return PostingResult.ZeroPoints;
        if (kind == EntryKind.Earn)
        {
            if (draft.Points < 0) return PostingResult.EarnedPointsMustBePositive;
            bool hasBasis = draft.Basis is not null && draft.BasisAmount is not null && draft.Breakdown.Length > 0;
            if (!hasBasis) return PostingResult.BasisIsMissing;
        }
        else if (kind == EntryKind.Adjust && draft.Reason is null)
        {
            return PostingResult.ReasonIsMissing;
        }

        if (draft.OriginatorId == Guid.Empty) return PostingResult.OriginatorIsMissing;
        bool fits = draft.Points >= 0 ? EntryKinds.MayCredit(kind) : EntryKinds.MayDebit(kind);
        if (draft.Points != 0 && !fits) return PostingResult.SignDoesNotFitTheKind;
        return CheckStatus(draft);
    }

    /// <summary>Null where the entry's lots do not continue those of the head.</summary>
    internal static MemberHead? HeadAfter(MemberHead head, LedgerEntry entry)
    {
        LotBook? lots = LotMovement.Apply(head.Lots, head.Balance, entry.Draft);
        return lots is null
            ? null
            : new MemberHead
            {
                MemberId = entry.Draft.Key.MemberId,
                Sequence = entry.Sequence,
                LastHash = entry.Hash,
                Balance = entry.BalanceAfter,
                Lots = lots,
                Status = StatusAfter(head.Status, entry.Draft),
            };
    }

    private static StatusBook StatusAfter(StatusBook status, EntryDraft draft)
    {
        StatusBook own = draft.EarnedOn is { } day
            ? status.Plus(day, draft.StatusPoints, draft.StatusOrders)
            : status;
        return draft.Key.Kind switch
        {
            EntryKind.MergeIn when draft.MovedStatus is { } moved => own.Plus(moved),
            EntryKind.MergeOut when draft.MovedStatus is { } moved => own.Minus(moved),
            _ => own,
        };
    }

    private static PostingResult Check(MemberHead head, EntryDraft draft)
    {
        if (draft.Key.MemberId != head.MemberId) return PostingResult.KeyDoesNotFit;
        PostingResult facts = CheckFacts(draft);
        if (facts != PostingResult.Accepted) return facts;
        long balance = (long)head.Balance + draft.Points;
        bool overflows = balance is > int.MaxValue or < int.MinValue || head.Sequence == int.MaxValue;
        return overflows ? PostingResult.Overflow : PostingResult.Accepted;
    }

    private static PostingResult CheckLots(MemberHead head, EntryDraft draft, LotBook chosen, PostingTerms terms)
    {
        long wanted = Math.Abs((long)draft.Points);
        bool isNamed = !draft.Allocation.IsEmpty;
        if (isNamed && chosen.Total > wanted) return PostingResult.LotsDoNotFit;
        bool mustBeAvailable = EntryKinds.TakesAvailableLotsOnly(draft.Key.Kind);
        bool isAvailable = chosen.AvailableOn(terms.Today).Total == chosen.Total;
        if (mustBeAvailable && !isAvailable) return PostingResult.AvailableTooLow;
        if (draft.Points >= 0 || chosen.Total == wanted) return PostingResult.Accepted;
        if (draft.Key.Kind == EntryKind.Expire) return PostingResult.LotsAreMissing;
        if (mustBeAvailable)
            return head.Balance < wanted ? PostingResult.BalanceTooLow : PostingResult.AvailableTooLow;
        return terms.Debt == DebtPolicy.Refuse ? PostingResult.BalanceTooLow : PostingResult.Accepted;
    }

    private static PostingResult CheckStatus(EntryDraft draft)
    {
        bool hasStatus = draft.StatusPoints != 0 || draft.StatusOrders != 0;
        bool isWhole = (!hasStatus || draft.EarnedOn is not null)
            && (!EntryKinds.MovesStatus(draft.Key.Kind) || draft.MovedStatus is not null);
        return isWhole ? PostingResult.Accepted : PostingResult.StatusIsIncomplete;
    }
}
