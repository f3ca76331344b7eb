using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>What was paid for a document with points; asked only where a programme lets that share earn.</summary>
internal sealed class RedeemedValueReader
{
    private const string Member = "member";

    private readonly IOrganizationService service;

    public RedeemedValueReader(IOrganizationService service) => this.service = service;

    /// <summary>In base currency; released and reversed redemptions paid nothing.</summary>
    public decimal Read(PurchaseDocument document, Guid programmeId)
    {
        var query = new QueryExpression(RedemptionRow.Table) { ColumnSet = new ColumnSet(RedemptionRow.Columns.Value) };
        object[] documents = document.OrderId is { } order
            ? new object[] { document.Id.ToString("D"), order.ToString("D") }
            : new object[] { document.Id.ToString("D") };
        query.Criteria.AddCondition(RedemptionRow.Columns.DocumentId, ConditionOperator.In, documents);
        query.Criteria.AddCondition(
            RedemptionRow.Columns.State,
            ConditionOperator.In,
            Choice.Of((int)RedemptionState.Reserved)!.Value,
            Choice.Of((int)RedemptionState.Committed)!.Value);
        LinkEntity member = query.AddLink(
            LoyaltyMember.Table, RedemptionRow.Columns.MemberId, LoyaltyMember.Columns.Id);
        member.EntityAlias = Member;
        member.LinkCriteria.AddCondition(LoyaltyMember.Columns.ProgramId, ConditionOperator.Equal, programmeId);
        return service.RetrieveMultiple(query).Entities
            .Sum(row => row.ToEntity<RedemptionRow>().Value ?? 0m);
    }
}
