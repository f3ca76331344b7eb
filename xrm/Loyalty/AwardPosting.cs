using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The first entry of a document for a member. Only an award that draws on a budget locks anything but the member, and
/// the budgets come last.
/// </summary>
internal sealed class AwardPosting
{
    private readonly StepRun run;
    private readonly PurchaseDocument document;

    public AwardPosting(StepRun run, PurchaseDocument document)
    {
        this.run = run;
        this.document = document;
    }

    /// <param name="payer">The programme.</param>
    /// <param name="member">Who gets it; a row of this very transaction is locked by having been made.</param>
    /// <param name="award">What the document earns if no budget ends.</param>
    /// <param name="due">The part of it that is due by now.</param>
    public void Post(Participation payer, Membership member, Award award, Breakdown due)
    {
        var key = new SourceKey(payer.ProgrammeId, member.Id, EntryKind.Earn, document.Id);
        var budgets = new BudgetDraw(run, key, payer.Rules.BudgetsOf(due, member.Id));
        var ledger = new LedgerStore(run);
        if (!budgets.IsNeeded && !member.IsNew)
        {
            ledger.AppendNew(Draft(key, payer, award, due), document.Number);
            return;
        }

        if (!member.IsNew) new MemberStore(run.System).Lock(key);
        budgets.Open();
        Breakdown given = budgets.Cut(due, Breakdown.Empty);
        budgets.Book(given);
        if (given.Points > 0) ledger.AppendLocked(Draft(key, payer, award, given), document.Number);
        else run.NothingToDo("the budget of the rule is used up.");
    }

    private EntryDraft Draft(SourceKey key, Participation payer, Award award, Breakdown given)
    {
        EntryDraft draft = DocumentDraft.Of(run, document, payer, key, given);
        LotKey lot = ExpiryPolicy.LotOf(payer.Programme.Settings.Expiry, draft.EarnedOn.GetValueOrDefault());
        return draft with
        {
            Basis = award.Basis,
            BasisAmount = award.BasisAmount,
            AvailableFrom = lot.AvailableFrom,
            ExpiresOn = lot.ExpiresOn,
            StatusOrders = 1,
        };
    }
}
