using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>What a member's ledger says about its past. Only after the member was locked.</summary>
internal sealed class MemberLedger
{
    private readonly StepRun run;
    private readonly Guid memberId;

    public MemberLedger(StepRun run, Guid memberId)
    {
        this.run = run;
        this.memberId = memberId;
    }

    /// <summary>Signed points of each entry of a kind since a moment, whoever asked for it.</summary>
    public IReadOnlyList<int> PointsSince(EntryKind kind, DateTime from) => PointsOf(Since(kind, from));

    /// <summary>The same of one person.</summary>
    public IReadOnlyList<int> PointsSince(EntryKind kind, DateTime from, Guid originatorId)
    {
        QueryExpression query = Since(kind, from);
        query.Criteria.AddCondition(LoyaltyEntry.Columns.OriginatorId, ConditionOperator.Equal, originatorId);
        return PointsOf(query);
    }

    /// <summary>
    /// Returns and corrections that were posted after an entry, oldest first; those of the member whom a merge took
    /// that entry from as well.
    /// </summary>
    public IReadOnlyList<EntryDraft> ReturnsAfter(LedgerEntry entry)
    {
        Guid origin = entry.Draft.Key.MemberId;
        bool isOwn = origin == memberId;
        QueryExpression query = Of(
            isOwn ? new[] { memberId } : new[] { memberId, origin },
            EntryRows.Columns(),
            EntryKind.Return,
            EntryKind.Correction);
        if (isOwn)
            query.Criteria.AddCondition(LoyaltyEntry.Columns.Sequence, ConditionOperator.GreaterThan, entry.Sequence);
        else
            query.Criteria.AddCondition(
                LoyaltyEntry.Columns.BookedOn, ConditionOperator.GreaterThan, entry.Draft.BookedOn);
        query.AddOrder(LoyaltyEntry.Columns.BookedOn, OrderType.Ascending);
        query.AddOrder(LoyaltyEntry.Columns.Sequence, OrderType.Ascending);
        return run.System.RetrieveMultiple(query).Entities
            .Select(row => EntryRows.WholeOf(row.ToEntity<LoyaltyEntry>()).Draft)
            .ToArray();
    }

    private QueryExpression Since(EntryKind kind, DateTime from)
    {
        QueryExpression query = Of(new[] { memberId }, new ColumnSet(LoyaltyEntry.Columns.Points), kind);
        query.Criteria.AddCondition(LoyaltyEntry.Columns.BookedOn, ConditionOperator.GreaterEqual, from);
        return query;
    }

    private static QueryExpression Of(Guid[] members, ColumnSet columns, params EntryKind[] kinds)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = columns };
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.MemberId, ConditionOperator.In, members.Select(id => (object)id).ToArray());
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind,
            ConditionOperator.In,
            kinds.Select(kind => (object)(Choice.First + (int)kind)).ToArray());
        return query;
    }

    private IReadOnlyList<int> PointsOf(QueryExpression query) => run.System.RetrieveMultiple(query).Entities
        .Select(row => row.ToEntity<LoyaltyEntry>().Points)
        .ToArray();
}
