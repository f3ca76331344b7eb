using System.Collections.Generic;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Recomputes a member's balance, lots and status months from the entries alone and proves the chain link by link. For
/// verification, the nightly proof and tests; a posting never replays.
/// </summary>
public static class LedgerReplay
{
    /// <param name="head">What the member row says.</param>
    /// <param name="entries">All entries of the member in order of their sequence.</param>
    public static ReplayReport Verify(MemberHead head, IEnumerable<LedgerEntry> entries)
    {
        MemberHead at = MemberHead.Of(head.MemberId);
        var seen = new HashSet<SourceKey>();
        foreach (LedgerEntry entry in entries)
        {
            ReplayFault fault = FaultOf(at, entry, seen);
            if (fault != ReplayFault.None) return Report(at, fault, at.Sequence + 1);
            if (Ledger.HeadAfter(at, entry) is not { } next)
                return Report(at, ReplayFault.LotsDoNotFit, at.Sequence + 1);
            at = next;
        }

        ReplayFault difference = Compare(at, head);
        return Report(at, difference, difference == ReplayFault.None ? 0 : at.Sequence + 1);
    }

    private static ReplayFault FaultOf(MemberHead at, LedgerEntry entry, HashSet<SourceKey> seen)
    {
        if (entry.Draft.Key.Equals(default)) return ReplayFault.UnreadableEntry;
        if (entry.Draft.Key.MemberId != at.MemberId) return ReplayFault.WrongMember;
        if (entry.Sequence != at.Sequence + 1) return ReplayFault.WrongSequence;
        if (!seen.Add(entry.Draft.Key)) return ReplayFault.DoubledSource;
        if (entry.BalanceAfter != (long)at.Balance + entry.Draft.Points) return ReplayFault.WrongBalance;
        if (entry.PreviousHash != at.LastHash) return ReplayFault.BrokenLink;
        return LedgerHash.Fits(entry) ? ReplayFault.None : ReplayFault.ChangedEntry;
    }

    private static ReplayFault Compare(MemberHead replayed, MemberHead stored)
    {
        if (replayed == stored) return ReplayFault.None;
        bool sameEnd = replayed.Sequence == stored.Sequence
            && replayed.LastHash == stored.LastHash
            && replayed.Balance == stored.Balance;
        if (!sameEnd) return ReplayFault.HeadDiffers;
        return replayed.Lots.Equals(stored.Lots) ? ReplayFault.StatusDiffers : ReplayFault.LotsDiffer;
    }

    private static ReplayReport Report(MemberHead at, ReplayFault fault, int faultAt) =>
        new() { Fault = fault, FaultAt = faultAt, Balance = at.Balance, Entries = at.Sequence, Replayed = at };
}
