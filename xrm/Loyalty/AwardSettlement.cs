using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Keeps what a document has earned in step with its state: it left the milestone, came back to it, or came back
/// changed. Every step is an entry; none is edited. It goes to whoever has the points now, and budgets follow.
/// </summary>
internal sealed class AwardSettlement
{
    private readonly StepRun run;

    public AwardSettlement(StepRun run) => this.run = run;

    /// <summary>The document does not earn any more: cancelled, reopened, not paid after all.</summary>
    public void TakeOff(PostedEntry award) => Settle(award, target: null);

    /// <param name="award">The document's first entry.</param>
    /// <param name="target">What the document should have earned by now if no budget ends.</param>
    public void Restore(PostedEntry award, Func<EarnRecord, Breakdown> target) => Settle(award, target);

    private void Settle(PostedEntry award, Func<EarnRecord, Breakdown>? target)
    {
        LockedMember member = new AwardHolder(run).Lock(award);
        if (new DocumentLedger(run.System).Read(award) is not { } document) return;
        if (member.IsDamaged || document.IsDamaged)
        {
            new DamagedLedger(run).ReportLocked(member.Id);
            return;
        }

        EarnRecord record = document.Earned;
        Breakdown wanted = target?.Invoke(record) ?? Breakdown.Empty;
        ReturnPlan wish = target is null ? Settlement.TakeOff(record) : Settlement.Towards(record, wanted);
        if (WhyNot(member, wish) is { } reason)
        {
            run.NothingToDo($"{award.Key} counts what it should: {reason}.");
            return;
        }

        BudgetDraw budgets = BudgetDraw.Of(run, award.Key, wish.Breakdown);
        budgets.Open();
        if (target is not null) wish = Settlement.Towards(record, budgets.Cut(wanted, record.Earned));
        ReturnPlan change = ReturnPolicy.Limit(
            wish, record, member.Head, member.Programme.Settings, member.Programme.Today(run.Now));
        if (WhyNot(member, change) is { } nothing) run.NothingToDo($"{award.Key} counts what it should: {nothing}.");
        else Post(document, member, change, budgets);
    }

    private void Post(DocumentRecord document, LockedMember member, ReturnPlan change, BudgetDraw budgets)
    {
        Guid source = SourceKey.SourceNamed($"{document.Award.Key.SourceId:N}/{document.Later.Count}");
        EntryDraft draft = document.Change(EntryKind.Correction, member.Id, source) with
        {
            Points = change.Points,
            BookedOn = run.Now,
            OriginatorId = run.OriginatorId,
            Breakdown = change.Breakdown.ToStoredJson(),
            StatusPoints = change.StatusPoints,
            StatusOrders = OrdersOf(change, document.Earned),
        };
        budgets.Book(change.Breakdown);
        new LedgerStore(run).AppendLocked(draft, draft.DocumentNumber);
    }

    private static string? WhyNot(LockedMember member, ReturnPlan change)
    {
        if (change.IsNothing) return change.Result.ToString();
        if (member.IsErased && (change.Points > 0 || member.Head.Balance <= 0)) return "the member was erased";
        return (long)member.Head.Balance + change.Points > int.MaxValue ? "the balance cannot hold more" : null;
    }

    /// <summary>An order that counts nothing any more is no order; one that counts again is one again.</summary>
    private static int OrdersOf(ReturnPlan change, EarnRecord record)
    {
        if (change.IsEverything) return record.Outstanding.Points > 0 ? -1 : 0;
        return record.Outstanding.Points == 0 && change.Points > 0 ? 1 : 0;
    }
}
