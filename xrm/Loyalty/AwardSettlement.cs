using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Keeps what a document has earned in step with its state: it left the milestone, came back to it, or came back
/// changed. Every step is an entry; none is edited.
/// </summary>
internal sealed class AwardSettlement
{
    private readonly StepRun run;

    public AwardSettlement(StepRun run) => this.run = run;

    /// <summary>The document does not earn any more: cancelled, reopened, not paid after all.</summary>
    public void TakeOff(PostedEntry award) => Settle(award, Settlement.TakeOff);

    /// <param name="award">The document's first entry.</param>
    /// <param name="target">What the document should have earned by now.</param>
    public void Restore(PostedEntry award, Func<EarnRecord, Breakdown> target) =>
        Settle(award, record => Settlement.Towards(record, target(record)));

    private void Settle(PostedEntry award, Func<EarnRecord, ReturnPlan> plan)
    {
        MemberWork member = MemberWork.Open(run, award.Key.MemberId, award.Key.ToString());
        if (new DocumentLedger(run.System).Read(award) is not { } document) return;
        EarnRecord record = document.Earned;
        ReturnPlan change = ReturnPolicy.Limit(plan(record), record, member.Head, member.Settings, member.Today);
        if (change.IsNothing || Overflows(member.Head, change))
        {
            run.NothingToDo($"{award.Key} counts what it should ({change.Result}).");
            return;
        }

        Guid source = SourceKey.SourceNamed($"{award.DocumentId:N}/{document.Later.Count}");
        EntryDraft draft = document.Change(EntryKind.Correction, source) with
        {
            Points = change.Points,
            BookedOn = run.Now,
            OriginatorId = run.OriginatorId,
            Breakdown = change.Breakdown.ToJson(),
            StatusPoints = change.StatusPoints,
            StatusOrders = OrdersOf(change, record),
        };
        new LedgerStore(run).AppendLocked(draft, draft.DocumentNumber);
    }

    private static bool Overflows(MemberHead head, ReturnPlan change) =>
        (long)head.Balance + change.Points > int.MaxValue;

    /// <summary>An order that counts nothing any more is no order; one that counts again is one again.</summary>
    private static int OrdersOf(ReturnPlan change, EarnRecord record)
    {
        if (change.IsEverything) return record.Outstanding.Points > 0 ? -1 : 0;
        return record.Outstanding.Points == 0 && change.Points > 0 ? 1 : 0;
    }
}
