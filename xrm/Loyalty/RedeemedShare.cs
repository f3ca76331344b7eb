using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The points that paid for a document, as far as its goods came back.</summary>
internal sealed class RedeemedShare
{
    private readonly StepRun run;
    private readonly MemberWork member;
    private readonly PurchaseDocument document;

    /// <param name="run">Of the custom API.</param>
    /// <param name="member">Who has the points of the award now; locked.</param>
    /// <param name="document">That goods of came back.</param>
    public RedeemedShare(StepRun run, MemberWork member, PurchaseDocument document)
    {
        this.run = run;
        this.member = member;
        this.document = document;
    }

    /// <param name="total">The document's amount.</param>
    /// <param name="back">What of it is back by now, this return included.</param>
    /// <param name="source">Of the return.</param>
    /// <returns>Points.</returns>
    public int Restore(decimal total, decimal back, Guid source)
    {
        if (total <= 0) return 0;
        var restored = new RestoredPoints(run, member);
        IEnumerable<RedemptionRow> paid = Redemptions()
            .Where(row => row.State == (int)RedemptionState.Committed && row.MemberId.Id == member.Id);
        foreach (RedemptionRow row in paid)
        {
            restored.Post(
                row,
                SourceOf(row.Id, source),
                (spent, before) => RedemptionPolicy.PointsToRestore(spent, back, total, before));
        }

        return restored.Restored;
    }

    /// <summary>What this return gave back before, whatever became of the redemption since.</summary>
    public int RestoredBy(Guid source)
    {
        object[] sources = Redemptions()
            .Select(row => (object)SourceOf(row.Id, source).ToString("D"))
            .ToArray();
        if (sources.Length == 0) return 0;
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = new ColumnSet(LoyaltyEntry.Columns.Points) };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.SourceId, ConditionOperator.In, sources);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)EntryKind.Release);
        return run.System.RetrieveMultiple(query).Entities.Sum(row => row.ToEntity<LoyaltyEntry>().Points);
    }

    /// <summary>An invoice is paid for by what was redeemed on its order, if it has the discount.</summary>
    private IEnumerable<RedemptionRow> Redemptions()
    {
        Guid[] ids = document.OrderId is { } order ? new[] { document.Id, order } : new[] { document.Id };
        return new RedemptionStore(run.System).EverOf(ids)
            .Where(row => row.DocumentId == document.Id.ToString("D") || DiscountCarriers.Of(row).Has(document.Id));
    }

    private static Guid SourceOf(Guid redemption, Guid source) =>
        SourceKey.SourceNamed($"{redemption:N}/return/{source:N}");
}
