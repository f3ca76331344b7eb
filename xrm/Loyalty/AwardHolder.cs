using System;
using System.Collections.Generic;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Who has the points of an award now: the member that earned, or the one that it was folded into. All members on the
/// way are locked in the order of their ids, and only what is read behind the locks counts.
/// </summary>
internal sealed class AwardHolder
{
    private readonly MemberStore members;
    private readonly MergedMemberStore merged;

    public AwardHolder(StepRun run)
    {
        members = new MemberStore(run.System);
        merged = new MergedMemberStore(run.System);
    }

    public LockedMember Lock(PostedEntry award)
    {
        var locked = new HashSet<Guid>(merged.ChainFrom(award.Key.MemberId, award.MergedIntoId));
        foreach (Guid id in MemberFinder.InOrder(locked)) members.Lock(id, award.Key.ToString());
        LockedMember member = members.ReadLocked(award.Key.MemberId);
        for (int hop = 0; hop < MergedMemberStore.LongestChain && member.MergedIntoId is { } next; hop++)
        {
            // Only a fold that was committed while this one waited leads to a member that is not locked yet.
            if (locked.Add(next)) members.Lock(next, award.Key.ToString());
            member = members.ReadLocked(next);
        }

        return member;
    }
}
