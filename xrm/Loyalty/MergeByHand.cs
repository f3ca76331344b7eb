using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>Merging two members because a person says so, and undoing any merge.</summary>
internal sealed class MergeByHand
{
    private readonly StepRun run;
    private readonly MemberMerge merge;
    private readonly MergedMemberStore rows;

    public MergeByHand(StepRun run)
    {
        this.run = run;
        merge = new MemberMerge(run);
        rows = new MergedMemberStore(run.System);
    }

    /// <summary>Done before, it is only answered again: also when it was undone meanwhile.</summary>
    /// <returns>Points that moved.</returns>
    public int Merge(Guid staysId, Guid duplicateId, string requestId)
    {
        if (staysId == duplicateId) throw new BusinessRuleException(UserText.MembersMustDiffer);
        LoyaltyMember first = Existing(staysId);
        if (first.ProgramId.Id != Existing(duplicateId).ProgramId.Id)
            throw new BusinessRuleException(UserText.MembersAreOfDifferentProgrammes);

        merge.Lock(new[] { staysId, duplicateId });
        LoyaltyMember stays = rows.Read(staysId);
        LoyaltyMember duplicate = rows.Read(duplicateId);
        var entries = new MergeEntries(run, first.ProgramId.Id);
        Guid source = MergePlan.SourceOf(requestId, duplicateId, staysId);
        if (entries.FindMoved(staysId, source) is { } moved) return moved;
        if (duplicate.MergedIntoId?.Id == staysId)
            return rows.FindMergeIn(staysId, duplicateId)?.Points ?? 0;
        if (!duplicate.IsActive || !stays.IsActive)
            throw new BusinessRuleException(UserText.OnlyActiveMembersMerge);
        return merge.FoldOne(duplicate, staysId, source);
    }

    /// <summary>What was spent since the merge stays spent; the rest goes back with its dates. The entries stand even
    /// where nothing is left: they are what the same request is answered by.</summary>
    /// <returns>Points that went back.</returns>
    public int Undo(Guid memberId, string requestId)
    {
        LoyaltyMember asked = Existing(memberId);
        if (asked.MergedIntoId is not { } stays) return Answered(asked, requestId);
        merge.Lock(new[] { memberId, stays.Id });
        LoyaltyMember member = rows.Read(memberId);
        if (member.MergedIntoId?.Id != stays.Id) throw new BusinessRuleException(UserText.MemberWasNotMerged);
        if (!rows.Read(stays.Id).IsActive) throw new BusinessRuleException(UserText.StayingMemberIsInactive);
        EntityReference customer = rows.FirstCustomerOf(member)
            ?? throw new BusinessRuleException(UserText.FirstCustomerIsGone);

        rows.Restore(member, customer);
        LoyaltyEntry? came = rows.FindMergeIn(stays.Id, memberId);
        MergePlan plan = came is null
            ? MergePlan.Fold(MemberHead.Of(memberId))
            : MergePlan.Undo(EntryRows.WholeOf(came).Draft, Head(stays.Id));
        new MergeEntries(run, member.ProgramId.Id).PostBack(stays.Id, plan, Back(member, requestId, came?.Id));
        run.Trace($"Member {memberId} came back from {stays.Id} with {plan.Points} points.");
        return plan.Points;
    }

    private static MergeReturn Back(LoyaltyMember member, string requestId, Guid? cameById) => new()
    {
        OriginId = member.Id,
        ReversesId = cameById,
        Source = MergePlan.SourceOf(requestId, member.Id, member.Id),
    };

    /// <summary>
    /// A member that is no merged one: either this very request has brought it back, or it never was.
    /// </summary>
    private int Answered(LoyaltyMember member, string requestId) =>
        new MergeEntries(run, member.ProgramId.Id)
            .FindMoved(member.Id, MergePlan.SourceOf(requestId, member.Id, member.Id))
        ?? throw new BusinessRuleException(UserText.MemberWasNotMerged);

    private MemberHead Head(Guid memberId) => new MemberStore(run.System).ReadLocked(memberId).Head;

    private LoyaltyMember Existing(Guid memberId) =>
        rows.Find(memberId) ?? throw new BusinessRuleException(UserText.MemberIsMissing);
}
