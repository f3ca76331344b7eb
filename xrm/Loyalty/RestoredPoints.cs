using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Points of redemptions that come back to a locked member, with the dates that they had. What a return had to spare
/// because these very points were spent is taken at once: a reservation is no place to keep points from a return.
/// </summary>
internal sealed class RestoredPoints
{
    private readonly StepRun run;
    private readonly MemberWork member;

    public RestoredPoints(StepRun run, MemberWork member)
    {
        this.run = run;
        this.member = member;
        Balance = member.Head.Balance;
    }

    /// <summary>Points that came back.</summary>
    public int Restored { get; private set; }

    /// <summary>The member's, after everything that was posted here.</summary>
    public int Balance { get; private set; }

    /// <summary>The entry; null where nothing comes back.</summary>
    /// <param name="row">The redemption.</param>
    /// <param name="source">Names the event, so that it is posted once.</param>
    /// <param name="due">Points that come back, of those that were spent (first) and that came back before.</param>
    public Guid? Post(RedemptionRow row, Guid source, Func<int, int, int> due)
    {
        if (row.EntryId is not { } spentId || member.IsErased) return null;
        LedgerEntry spent = new LedgerStore(run).ReadEntry(spentId.Id);
        int before = new RedemptionStore(run.System).RestoredOf(spentId.Id);
        int points = due(-spent.Draft.Points, before);
        if (points <= 0) return null;
        EntryDraft draft = member.Draft(EntryKind.Release, source, points) with
        {
            SourceTable = RedemptionRow.Table,
            DocumentNumber = row.DocumentNumber ?? "",
            ReversesId = spentId.Id,
            Allocation = RedemptionPolicy.LotsToRestore(
                spent.Draft, before, points, member.Today, member.Settings.Expiry),
        };
        Guid entry = member.Post(draft, EntryKind.Release.ToString());
        Restored += points;
        Balance += points;
        if (member.Settings.Returns == NegativePolicy.WithinBalance) TakeSpared(spent, points, source);
        return entry;
    }

    private void TakeSpared(LedgerEntry spent, int points, Guid source)
    {
        int most = Math.Min(points, Math.Max(0, Balance));
        IReadOnlyList<EntryDraft> later = new MemberLedger(run, member.Id).ReturnsAfter(spent);
        foreach (SparedPoints spared in SparedPoints.Of(later, most))
        {
            SourceKey key = member.Key(spared.Kind, SourceKey.SourceNamed($"{source:N}/{spared.SourceId}"));
            EntryDraft draft = spared.Draft(key, run.Now, run.OriginatorId);
            member.Post(draft, draft.DocumentNumber.Length > 0 ? draft.DocumentNumber : spared.Kind.ToString());
            Balance -= spared.Points;
        }
    }
}
