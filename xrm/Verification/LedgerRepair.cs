using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Verification;

/// <summary>
/// A row that differs from its entries comes back to them in two steps by two people: one prepares, another confirms,
/// and an entry of kind Repair says so in the chain. Nothing is ever overwritten in silence.
/// </summary>
internal sealed class LedgerRepair
{
    private const int RepairKind = 2, Open = 0, Approved = 1, LongestComment = 2000;
    private const string SystemUser = "systemuser";

    private readonly StepRun run;
    private readonly LedgerVerification verification;

    public LedgerRepair(StepRun run)
    {
        this.run = run;
        verification = new LedgerVerification(run.System);
    }

    /// <summary>Once for a request id.</summary>
    /// <returns>The approval that another person decides.</returns>
    public ApprovalRow Prepare(Guid memberId, string requestId)
    {
        VerifiedLedger ledger = verification.Verify(memberId)
            ?? throw new BusinessRuleException(UserText.MemberIsMissing);
        string key = "repair-" + memberId.ToString("N") + "-" + SourceKey.SourceNamed(requestId).ToString("N");
        if (Find(ApprovalRow.Columns.RequestKey, key) is { } existing) return existing;

        RepairPlan plan = RepairPlan.Of(ledger.Stored, ledger.Report);
        if (plan.Result == RepairResult.NothingToRepair) throw new BusinessRuleException(UserText.LedgerIsSound);
        if (plan.Result == RepairResult.ChainIsBroken)
            throw new BusinessRuleException(UserText.ChainIsBroken, ledger.Report.FaultAt, ledger.Report.Fault);
        var approval = new ApprovalRow
        {
            Name = "Repair " + ledger.Report.Fault,
            Kind = RepairKind,
            MemberId = new EntityReference(LoyaltyMember.Table, memberId),
            Points = plan.Difference,
            Payload = ledger.ToJson(),
            RequestKey = key,
            RequestedById = new EntityReference(SystemUser, run.OriginatorId),
            RequestedOn = run.Now,
            Decision = Open,
        };
        approval.Id = run.System.Create(approval.Plain());
        new HealthStore(run).Report(ledger.Finding());
        return approval;
    }

    /// <param name="approvalId">Prepared by somebody else, and still true.</param>
    /// <param name="keepsBalance">Whether the customer keeps the balance that was shown.</param>
    /// <param name="comment">Of the person who confirms.</param>
    /// <returns>The entry.</returns>
    public Guid Confirm(Guid approvalId, bool keepsBalance, string comment)
    {
        if (comment.Length > LongestComment)
            throw new BusinessRuleException(UserText.NoteIsTooLong, LongestComment);
        Guid memberId = Find(ApprovalRow.Columns.Id, approvalId)?.MemberId?.Id
            ?? throw new BusinessRuleException(UserText.ApprovalIsMissing);
        new MemberStore(run.System).Lock(memberId, "repair");
        ApprovalRow approval = Find(ApprovalRow.Columns.Id, approvalId)!;
        Check(approval);
        VerifiedLedger ledger = verification.Verify(memberId)!;
        RepairPlan plan = RepairPlan.Of(ledger.Stored, ledger.Report);
        if (plan.Result != RepairResult.HeadCanBeRestored || ledger.ToJson() != approval.Payload)
            throw new BusinessRuleException(UserText.RepairIsOutdated);

        run.System.Update(HeadRows.RowOf(plan.Head, Day.Of(run.Now)).Plain());
        Guid entry = Post(memberId, approvalId, ledger, keepsBalance ? plan.Difference : 0);
        Versioned.Update(run.System, approval, new ApprovalRow
        {
            Decision = Approved,
            DecidedById = new EntityReference(SystemUser, run.OriginatorId),
            DecidedOn = run.Now,
            Comment = comment.Length == 0 ? null : comment,
        });
        new HealthStore(run).Resolve(ledger.Finding());
        return entry;
    }

    private void Check(ApprovalRow approval)
    {
        if (approval.Kind != RepairKind) throw new BusinessRuleException(UserText.ApprovalIsMissing);
        if (approval.Decision != Open) throw new BusinessRuleException(UserText.ApprovalIsDecided);
        if (approval.RequestedById?.Id == run.OriginatorId)
            throw new BusinessRuleException(UserText.AnotherPersonConfirms);
    }

    private Guid Post(Guid memberId, Guid approvalId, VerifiedLedger ledger, int points)
    {
        LockedMember member = new MemberStore(run.System).ReadLocked(memberId);
        LotKey lot = ExpiryPolicy.LotOf(member.Programme.Settings.Expiry, member.Programme.Today(run.Now));
        var key = new SourceKey(member.Programme.Settings.Id, memberId, EntryKind.Repair, approvalId);
        var draft = new EntryDraft
        {
            Key = key,
            Points = points,
            BookedOn = run.Now,
            SourceTable = ApprovalRow.Table,
            SourceId = approvalId.ToString("D"),
            OriginatorId = run.OriginatorId,
            EarnedOn = points > 0 ? lot.EarnedOn : null,
            ExpiresOn = points > 0 ? lot.ExpiresOn : null,
            Breakdown = ledger.ToJson(),
        };
        return new LedgerStore(run).Append(key, key.Kind.ToString(), () => draft).EntryId;
    }

    private ApprovalRow? Find(string column, object value)
    {
        var query = new QueryExpression(ApprovalRow.Table)
        {
            ColumnSet = new ColumnSet(
                ApprovalRow.Columns.Kind, ApprovalRow.Columns.MemberId, ApprovalRow.Columns.Payload,
                ApprovalRow.Columns.RequestedById, ApprovalRow.Columns.Decision, ApprovalRow.Columns.Points),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ApprovalRow>();
    }
}
