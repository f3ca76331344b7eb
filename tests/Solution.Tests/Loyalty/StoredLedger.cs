using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>Stored rows as the domain's values, read independently of the plugins, as an auditor would.</summary>
internal static class StoredLedger
{
    public static MemberHead HeadOf(Entity member) => new()
    {
        MemberId = member.Id,
        Sequence = member.GetAttributeValue<int>("crmx_sequence"),
        LastHash = member.GetAttributeValue<string>("crmx_lasthash"),
        Balance = member.GetAttributeValue<int>("crmx_balance"),
    };

    public static IReadOnlyList<LedgerEntry> EntriesOf(Guid memberId, IEnumerable<Entity> rows) => rows
        .Where(row => row.GetAttributeValue<EntityReference>("crmx_memberid").Id == memberId)
        .OrderBy(row => row.GetAttributeValue<int>("crmx_sequence"))
        .Select(EntryOf)
        .ToList();

    private static LedgerEntry EntryOf(Entity row)
    {
        Assert.True(SourceKey.TryParse(row.GetAttributeValue<string>("crmx_sourcekey"), out SourceKey key));
        return new LedgerEntry
        {
            Draft = new EntryDraft
            {
                Key = key,
                Points = row.GetAttributeValue<int>("crmx_points"),
                BookedOn = DateTime.SpecifyKind(row.GetAttributeValue<DateTime>("crmx_bookedon"), DateTimeKind.Utc),
                SourceTable = row.GetAttributeValue<string>("crmx_sourcetable") ?? "",
                SourceId = row.GetAttributeValue<string>("crmx_sourceid") ?? "",
                OriginatorId = row.GetAttributeValue<EntityReference>("crmx_originatorid").Id,
                Basis = (EarningBasis?)Option(row, "crmx_basis"),
                BasisAmount = row.GetAttributeValue<decimal?>("crmx_basisamount"),
                Breakdown = row.GetAttributeValue<string>("crmx_breakdown") ?? "",
                Reason = (AdjustmentReason?)Option(row, "crmx_reason"),
            },
            Sequence = row.GetAttributeValue<int>("crmx_sequence"),
            BalanceAfter = row.GetAttributeValue<int>("crmx_balanceafter"),
            PreviousHash = row.GetAttributeValue<string>("crmx_previoushash"),
            Hash = row.GetAttributeValue<string>("crmx_hash"),
        };
    }

    private static int? Option(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column)?.Value - Crmx.FirstOption;
}
