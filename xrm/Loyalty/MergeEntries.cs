using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The two entries of a merge or of its undoing; each names the other member.</summary>
internal sealed class MergeEntries
{
    private readonly StepRun run;
    private readonly Guid programmeId;

    public MergeEntries(StepRun run, Guid programmeId)
    {
        this.run = run;
        this.programmeId = programmeId;
    }

    /// <summary>All that the duplicate has goes to the member that stays.</summary>
    public void Post(Guid duplicateId, Guid staysId, MergePlan plan, Guid source) =>
        Post(duplicateId, staysId, plan, source, reverses: null);

    /// <summary>What came along with an entry goes back to where it came from.</summary>
    public void PostBack(Guid staysId, MergePlan plan, MergeReturn back) =>
        Post(staysId, back.OriginId, plan, back.Source, back.ReversesId);

    /// <summary>The points that a member got for this source before; null if it got none.</summary>
    public int? FindMoved(Guid takerId, Guid source)
    {
        var ledger = new LedgerStore(run);
        Guid? entry = ledger.FindId(new SourceKey(programmeId, takerId, EntryKind.MergeIn, source));
        return entry is { } id ? ledger.Read(id).Points : null;
    }

    private void Post(Guid giver, Guid taker, MergePlan plan, Guid source, Guid? reverses)
    {
        Append(new EntryDraft
        {
            Key = new SourceKey(programmeId, giver, EntryKind.MergeOut, source),
            Points = -plan.Points,
            OriginMemberId = taker,
            ReversesId = reverses,
        }, plan);
        Append(new EntryDraft
        {
            Key = new SourceKey(programmeId, taker, EntryKind.MergeIn, source),
            Points = plan.Points,
            OriginMemberId = giver,
            ReversesId = reverses,
        }, plan);
    }

    private void Append(EntryDraft draft, MergePlan plan)
    {
        EntryDraft whole = draft with
        {
            BookedOn = run.Now,
            SourceTable = LoyaltyMember.Table,
            SourceId = draft.OriginMemberId.GetValueOrDefault().ToString("D"),
            OriginatorId = run.OriginatorId,
            Breakdown = plan.Status.ToJson(),
            Allocation = plan.Lots,
        };
        new LedgerStore(run).Append(whole.Key, whole.Key.Kind.ToString(), () => whole);
    }
}
