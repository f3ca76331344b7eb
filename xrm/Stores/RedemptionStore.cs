using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Redemptions as rows; changes go through only if nobody has written the row since it was read.</summary>
internal sealed class RedemptionStore
{
    private readonly IOrganizationService service;

    public RedemptionStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public RedemptionRow? Find(Guid id) => All(RedemptionRow.Columns.Id, id).FirstOrDefault();

    public RedemptionRow? FindByRequest(string requestKey) =>
        All(RedemptionRow.Columns.RequestKey, requestKey).FirstOrDefault();

    public RedemptionRow? FindByVoucher(string code) => All(RedemptionRow.Columns.VoucherCode, code).FirstOrDefault();

    /// <summary>Of these documents, oldest first; those that gave their points back are left out.</summary>
    public IReadOnlyList<RedemptionRow> OfDocuments(params Guid[] documentIds) =>
        EverOf(documentIds)
            .Where(row => row.State is (int)RedemptionState.Reserved or (int)RedemptionState.Committed)
            .ToArray();

    /// <summary>The same whatever became of them.</summary>
    public IReadOnlyList<RedemptionRow> EverOf(params Guid[] documentIds) => All(
        RedemptionRow.Columns.DocumentId, documentIds.Select(id => (object)id.ToString("D")).ToArray()).ToArray();

    /// <summary>
    /// What points pay of a document by now, in its currency: what was copied to it with its discount counts too,
    /// unless that was taken off again.
    /// </summary>
    public decimal AmountOn(Guid document, Guid? origin) => OfDocuments(document, origin ?? document)
        .Where(row => DiscountCarriers.Of(row) is var on && (on.Has(document) || !on.Knows(document)))
        .Sum(row => row.DocumentAmount ?? 0m);

    /// <summary>Whether points of this member wait for a document or a voucher.</summary>
    public bool HasReserved(Guid memberId) => All(RedemptionRow.Columns.MemberId, memberId)
        .Any(row => row.State == (int)RedemptionState.Reserved);

    public void Create(RedemptionRow row) => service.Create(row.Plain());

    public void Change(RedemptionRow read, RedemptionRow changes) => Versioned.Update(service, read, changes);

    /// <summary>Points of this entry that came back before, by whatever way.</summary>
    public int RestoredOf(Guid entryId)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = new ColumnSet(LoyaltyEntry.Columns.Points) };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.ReversesId, ConditionOperator.Equal, entryId);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)EntryKind.Release);
        return service.RetrieveMultiple(query).Entities.Sum(row => row.ToEntity<LoyaltyEntry>().Points);
    }

    private IEnumerable<RedemptionRow> All(string column, params object[] values)
    {
        var query = new QueryExpression(RedemptionRow.Table)
        {
            ColumnSet = new ColumnSet(
                RedemptionRow.Columns.MemberId, RedemptionRow.Columns.State, RedemptionRow.Columns.Points,
                RedemptionRow.Columns.Value, RedemptionRow.Columns.RewardId, RedemptionRow.Columns.VoucherCode,
                RedemptionRow.Columns.DocumentTable, RedemptionRow.Columns.DocumentId,
                RedemptionRow.Columns.DocumentNumber, RedemptionRow.Columns.DocumentAmount,
                RedemptionRow.Columns.DocumentTax, RedemptionRow.Columns.TaxReductions,
                RedemptionRow.Columns.DiscountedOn,
                RedemptionRow.Columns.ReservedUntil, RedemptionRow.Columns.RequestKey,
                RedemptionRow.Columns.CommitKey, RedemptionRow.Columns.EntryId,
                RedemptionRow.Columns.ReleaseEntryId),
        };
        query.Criteria.AddCondition(column, ConditionOperator.In, values);
        query.AddOrder(RedemptionRow.Columns.ReservedUntil, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<RedemptionRow>());
    }
}
