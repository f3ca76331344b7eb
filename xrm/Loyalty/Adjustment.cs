using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// A correction by hand: posted at once within the limit, above it when a second person has approved.
/// </summary>
internal sealed class Adjustment
{
    private readonly StepRun run;
    private readonly MemberWork member;
    private readonly PendingMove move;
    private readonly SourceKey key;

    public Adjustment(StepRun run, MemberWork member, PendingMove move)
    {
        this.run = run;
        this.member = member;
        this.move = move;
        key = member.Key(EntryKind.Adjust, move.Source);
    }

    /// <summary>Either an entry or an approval, of this message or of an earlier one.</summary>
    /// <param name="limit">Most points that one person moves alone for one member in a day.</param>
    public MoveAnswer Ask(int limit)
    {
        if (new LedgerStore(run).Find(key) is { } posted) return Again(posted.Id);
        var approvals = new ApprovalStore(run);
        if (approvals.FindByRequest(key.ToString()) is { } asked)
        {
            if (asked.Payload != move.ToJson())
                throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
            return new MoveAnswer { ApprovalId = asked.Id, Balance = member.Head.Balance };
        }

        member.RequireActive();
        if (AdjustmentRight.Ask(move.Points, limit, MovedToday()) == AdjustmentDecision.Allowed)
            return Post(run.OriginatorId);
        Guid approval = approvals.Ask(ApprovalKind.Adjustment, key.ToString(), move);
        return new MoveAnswer { ApprovalId = approval, Balance = member.Head.Balance };
    }

    /// <param name="originatorId">Who asked for it; an approval does not change that.</param>
    public MoveAnswer Post(Guid originatorId)
    {
        EntryDraft facts = move.Points > 0
            ? member.Credit(EntryKind.Adjust, move.Source, move.Points, isHeld: false)
            : member.Draft(EntryKind.Adjust, move.Source, move.Points);
        EntryDraft draft = facts with
        {
            Reason = move.Reason,
            OriginatorId = originatorId,
            NoteHash = move.NoteHash,
        };
        Guid entry = member.Post(draft, EntryKind.Adjust.ToString());
        if (move.Note.Length > 0) KeepNote(entry);
        return new MoveAnswer { EntryId = entry, Balance = member.Head.Balance + move.Points };
    }

    /// <summary>By this person for this member; what a second person approved counts as well.</summary>
    private long MovedToday()
    {
        ProgrammeZone zone = member.Programme.Zone ?? ProgrammeZone.Utc;
        return new MemberLedger(run, member.Id)
            .PointsSince(EntryKind.Adjust, zone.StartOf(member.Today), run.OriginatorId)
            .Sum(points => (long)points);
    }

    private MoveAnswer Again(Guid entryId)
    {
        run.NothingToDo($"{key} is already posted.");
        LedgerEntry entry = new LedgerStore(run).ReadEntry(entryId);
        bool isSame = entry.Draft.Points == move.Points && entry.Draft.Reason == move.Reason;
        return isSame
            ? new MoveAnswer { EntryId = entryId, Balance = entry.BalanceAfter }
            : throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
    }

    private void KeepNote(Guid entryId) => run.System.Create(new EntryNoteRow
    {
        Name = EntryKind.Adjust.ToString(),
        EntryId = new EntityReference(LoyaltyEntry.Table, entryId),
        Text = move.Note,
    }.Plain());
}
