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
        typeof(FoldMembersOnCustomerMerged),
        typeof(AwardWelcomePointsOnMemberCreated), typeof(AwardFeedbackPointsOnFeedbackCreated),
        typeof(FollowPostingOnEntryCreated));

    protected override void Run(StepRun run)
    {
        if (!ComesFromTheLedger(run)) throw new BusinessRuleException(UserText.EntriesComeFromTheLedgerOnly);
        LoyaltyEntry row = run.Target<LoyaltyEntry>();
        if (EntryRows.DraftOf(row) is not { } draft) throw LedgerRefusal.Incomplete(PostingResult.KeyDoesNotFit);

        var members = new MemberStore(run.System);
        if (!LedgerStore.IsUnderLock(run, draft.Key)) members.Lock(draft.Key);
        LockedMember member = members.ReadLocked(draft.Key.MemberId);
        if (PostingRules.IsClosedTo(draft.Key, member)) throw new BusinessRuleException(UserText.MemberIsInactive);
        if (PostingRules.IsErasedFor(draft, member)) throw new BusinessRuleException(UserText.MemberIsErased);
        if (member.ProgrammeId != draft.Key.ProgrammeId) throw LedgerRefusal.Incomplete(PostingResult.KeyDoesNotFit);
        Day today = member.Programme.Today(run.Now);
        DebtPolicy debt = PostingRules.DebtOf(draft, member.Programme);
        Posting posting = Ledger.Post(member.Head, draft, PostingTerms.On(today, debt));
        if (posting.Entry is not { } entry) throw LedgerRefusal.Of(posting, draft, today);

        MemberAdvance moved = new MemberAdvance(member, posting.Head, today).WithActivity(draft.Key.Kind);
        MemberAdvance after = new PostingTier(run).Apply(moved, draft);
        members.Advance(after);
        new TierLog(run).Write(member, after.Tier);
        EntryRows.Stamp(row, entry);
    }

    private bool ComesFromTheLedger(StepRun run)
    {
        var origin = new Provenance(run.Context, LoyaltyEntry.Columns.SourceKey);
        return origin.IsOneOf(awards)
            || origin.IsCustomApi(CustomApis.AdjustPoints.Name)
            || origin.IsCustomApi(RedemptionApis.ReservePoints.Name)
            || origin.IsCustomApi(RedemptionApis.ReleaseRedemption.Name)
            || origin.IsCustomApi(RedemptionApis.ReverseRedemption.Name)
            || origin.IsCustomApi(RedemptionApis.SettleRedemptions.Name)
            || origin.IsCustomApi(EarningApis.ReturnPoints.Name)
            || origin.IsCustomApi(LifecycleApis.MergeMembers.Name)
            || origin.IsCustomApi(LifecycleApis.UnmergeMembers.Name)
            || origin.IsCustomApi(LifecycleApis.ConfirmRepair.Name)
            || origin.IsCustomApi(ProtectionApis.ForgetCustomer.Name)
            || origin.IsCustomApi(MovingApis.DecideApproval.Name)
            || origin.IsCustomApi(MovingApis.TransferPoints.Name)
            || origin.IsCustomApi(MemberApis.EnrolMember.Name)
            || origin.IsCustomApi(MemberApis.LeaveProgramme.Name)
            || origin.IsCustomApi(OpeningApis.ImportOpeningBalances.Name)
            || origin.IsCustomApi(OpeningApis.ReverseImport.Name)
            || origin.IsCustomApi(MemberApis.AwardEventPoints.Name)
            || origin.IsCustomApi(JobApis.RunJobItem.Name);
    }
}
