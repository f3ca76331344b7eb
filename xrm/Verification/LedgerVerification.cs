using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Verification;

/// <summary>
/// Replays members' entries, link by link, and compares with their rows. Nothing is locked: a member that is posted to
/// meanwhile is read again, and only a row that stands still is judged.
/// </summary>
internal sealed class LedgerVerification
{
    private const int EntriesOfAPage = 1000, MostAttempts = 3;

    private readonly IOrganizationService service;

    public LedgerVerification(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such member.</summary>
    public VerifiedLedger? Verify(Guid memberId)
    {
        if (HeadOf(memberId) is not { } head) return null;
        ReplayReport report = LedgerReplay.Verify(head, EntriesOf(memberId));
        for (int attempt = 1; attempt < MostAttempts && !report.IsSound; attempt++)
        {
            MemberHead now = HeadOf(memberId) ?? head;
            if (now == head) break;
            head = now;
            report = LedgerReplay.Verify(head, EntriesOf(memberId));
        }

        return new VerifiedLedger { MemberId = memberId, Stored = head, Report = report };
    }

    /// <summary>The next members in the order of their keys.</summary>
    /// <param name="cursor">The key of the last member of the page before; empty: from the start.</param>
    /// <param name="count">Members of the page.</param>
    public IReadOnlyList<LoyaltyMember> Page(string cursor, int count)
    {
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyMember.Columns.MemberKey),
            PageInfo = new PagingInfo { Count = count, PageNumber = 1 },
        };
        if (cursor.Length > 0)
            query.Criteria.AddCondition(LoyaltyMember.Columns.MemberKey, ConditionOperator.GreaterThan, cursor);
        query.AddOrder(LoyaltyMember.Columns.MemberKey, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<LoyaltyMember>()).ToArray();
    }

    private MemberHead? HeadOf(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = HeadRows.Columns() };
        query.Criteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        return row is null ? null : HeadRows.Readable(row.ToEntity<LoyaltyMember>());
    }

    private IEnumerable<LedgerEntry> EntriesOf(Guid memberId)
    {
        var query = new QueryExpression(LoyaltyEntry.Table)
        {
            ColumnSet = EntryRows.Columns(),
            PageInfo = new PagingInfo { Count = EntriesOfAPage, PageNumber = 1 },
        };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.MemberId, ConditionOperator.Equal, memberId);
        query.AddOrder(LoyaltyEntry.Columns.Sequence, OrderType.Ascending);
        query.AddOrder(LoyaltyEntry.Columns.Id, OrderType.Ascending);
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities) yield return EntryRows.EntryOf(row.ToEntity<LoyaltyEntry>());
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
    }
}
