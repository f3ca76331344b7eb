using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The log of tiers: one row for each change, with its reason. Nothing is written without a change.</summary>
internal sealed class TierLog
{
    private const string SystemUser = "systemuser";

    private readonly StepRun run;

    public TierLog(StepRun run) => this.run = run;

    /// <summary>Whether the last change of a member's tier was that of a merge.</summary>
    public bool CameByMerge(Guid memberId)
    {
        var query = new QueryExpression(TierChangeRow.Table)
        {
            ColumnSet = new ColumnSet(TierChangeRow.Columns.Reason), TopCount = 1,
        };
        query.Criteria.AddCondition(TierChangeRow.Columns.MemberId, ConditionOperator.Equal, memberId);
        query.AddOrder(TierChangeRow.Columns.ChangedOn, OrderType.Descending);
        return run.System.RetrieveMultiple(query).Entities
            .Any(row => row.Number(TierChangeRow.Columns.Reason) == (int)TierReason.Merge);
    }

    public void Write(LockedMember member, TierDecision? decision)
    {
        if (decision is not { IsChange: true }) return;
        string? name = member.Tiers.FirstOrDefault(tier => tier.Id == decision.After.TierId)?.Name;
        var row = new TierChangeRow
        {
            Name = name ?? "-",
            MemberId = new EntityReference(LoyaltyMember.Table, member.Head.MemberId),
            FromTierId = MemberAdvance.LinkTo(decision.Before),
            ToTierId = MemberAdvance.LinkTo(decision.After),
            Reason = (int)decision.Reason,
            ChangedOn = run.Now,
            ValidUntil = decision.After.Until?.Midnight,
            StatusPoints = HeadRows.Bounded(decision.StatusPoints),
        };
        if (run.OriginatorId != Guid.Empty) row.OriginatorId = new EntityReference(SystemUser, run.OriginatorId);
        run.System.Create(row.Plain());
        run.Trace($"Tier {decision.Result}: {decision.Reason}.");
    }
}
