using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
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
    private readonly OwnSteps awards = new OwnSteps(
        typeof(AwardPointsOnOrderFulfilled), typeof(AwardPointsOnOrderClosed), typeof(AwardPointsOnInvoicePaid),
        typeof(SettleRedemptionsOnDocumentClosed), typeof(FoldMembersOnCustomerMerged));

    protected override void Run(StepRun run)
    {
        if (!ComesFromTheLedger(run)) throw new BusinessRuleException(UserText.EntriesComeFromTheLedgerOnly);
        LoyaltyEntry row = run.Target<LoyaltyEntry>();
        if (EntryRows.DraftOf(row) is not { } draft) throw LedgerRefusal.Incomplete(PostingResult.KeyDoesNotFit);

        var members = new MemberStore(run.System);
        if (!LedgerStore.IsUnderLock(run, draft.Key)) members.Lock(draft.Key);
        LockedMember member = members.ReadLocked(draft.Key.MemberId);
        if (IsClosedTo(draft.Key, member)) throw new BusinessRuleException(UserText.MemberIsInactive);
        if (member.ProgrammeId != draft.Key.ProgrammeId) throw LedgerRefusal.Incomplete(PostingResult.KeyDoesNotFit);
        Day today = member.Programme.Today(run.Now);
        Posting posting = Ledger.Post(member.Head, draft, PostingTerms.On(today, DebtOf(draft, member.Programme)));
        if (posting.Entry is not { } entry) throw LedgerRefusal.Of(posting, draft, today);

        members.Advance(posting.Head, today);
        EntryRows.Stamp(row, entry);
    }

    private bool ComesFromTheLedger(StepRun run)
    {
        var origin = new Provenance(run.Context, LoyaltyEntry.Columns.SourceKey);
        return origin.IsOneOf(awards)
            || origin.IsCustomApi(CustomApis.AdjustPoints.Name)
            || origin.IsCustomApi(CustomApis.ReservePoints.Name)
            || origin.IsCustomApi(CustomApis.ReleaseRedemption.Name)
            || origin.IsCustomApi(CustomApis.ReturnPoints.Name)
            || origin.IsCustomApi(LifecycleApis.MergeMembers.Name)
            || origin.IsCustomApi(LifecycleApis.UnmergeMembers.Name)
            || origin.IsCustomApi(LifecycleApis.ConfirmRepair.Name)
            || origin.IsCustomApi(ProtectionApis.ForgetCustomer.Name);
    }

    /// <summary>What settles an account (expiry, merge, pay-out) still reaches a member that has left.</summary>
    private static bool IsClosedTo(SourceKey key, LockedMember member) =>
        !member.IsActive && (key.Kind is EntryKind.Earn or EntryKind.Adjust);

    /// <summary>Only what takes back an earlier entry may leave a debt, and only where the programme says so.</summary>
    private static DebtPolicy DebtOf(EntryDraft draft, RunningProgramme programme) => draft.Key.Kind switch
    {
        EntryKind.Return or EntryKind.Correction when programme.Settings.Returns == NegativePolicy.AllowNegative =>
            DebtPolicy.Allow,
        EntryKind.MergeIn or EntryKind.Repair or EntryKind.OpeningReversal => DebtPolicy.Allow,
        _ => DebtPolicy.Refuse,
    };
}
