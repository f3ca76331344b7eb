using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Every new ledger entry passes this gate, which locks the member, posts and chains.</summary>
[Step(Message.Create, LoyaltyEntry.Table, Stage.PreOperation,
    Description = "Every new ledger entry passes this gate, which locks the member, posts and chains.")]
public sealed class AcceptLedgerEntry : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (!ComesFromTheLedger(run)) throw new BusinessRuleException(UserText.EntriesComeFromTheLedgerOnly);
        LoyaltyEntry row = run.Target<LoyaltyEntry>();
        if (EntryRows.DraftOf(row) is not { } draft) throw Incomplete(PostingResult.KeyDoesNotFit);

        var members = new MemberStore(run.System);
        members.Lock(draft.Key);
        MemberHead head = members.ReadHead(draft.Key.MemberId);
        Posting posting = Ledger.Post(head, draft);
        if (posting.Entry is not { } entry) throw Refusal(posting, draft);

        members.Advance(posting.Head);
        EntryRows.Stamp(row, entry);
    }

    private static bool ComesFromTheLedger(StepRun run)
    {
        var origin = new Provenance(run.Context, LoyaltyEntry.Columns.SourceKey);
        return origin.IsStepOf(typeof(AwardPointsOnOrderFulfilled), typeof(AwardPointsOnOrderClosed))
            || origin.IsCustomApi(CustomApis.AdjustPoints.Name);
    }

    private static BusinessRuleException Refusal(Posting posting, EntryDraft draft) => posting.Result switch
    {
        PostingResult.BalanceTooLow =>
            new BusinessRuleException(UserText.BalanceTooLow, posting.Head.Balance, -(long)draft.Points),
        PostingResult.Overflow => new BusinessRuleException(UserText.BalanceOverflow),
        _ => Incomplete(posting.Result),
    };

    private static BusinessRuleException Incomplete(PostingResult result) =>
        new(UserText.EntryIsIncomplete, result);
}
