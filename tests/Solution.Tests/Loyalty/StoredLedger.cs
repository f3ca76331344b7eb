using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
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
        Lots = LotBook.Parse(member.GetAttributeValue<string>("crmx_openlots") ?? LotBook.Empty.ToJson())!,
        Status = StatusBook.Parse(member.GetAttributeValue<string>("crmx_statusbuckets") ?? StatusBook.Empty.ToJson())!,
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
                DocumentNumber = Text(row, "crmx_documentnumber"),
                EarnedOn = DayOf(row, "crmx_earnedon"),
                AvailableFrom = DayOf(row, "crmx_availablefrom"),
                ExpiresOn = DayOf(row, "crmx_expireson"),
                StatusPoints = row.GetAttributeValue<int>("crmx_statuspoints"),
                StatusOrders = row.GetAttributeValue<int>("crmx_statusorders"),
                Allocation = LotBook.Parse(Text(row, "crmx_allocation")) ?? LotBook.Empty,
                ReversesId = row.GetAttributeValue<EntityReference>("crmx_reversesid")?.Id,
                RuleId = row.GetAttributeValue<EntityReference>("crmx_ruleid")?.Id,
                ImportBatchId = row.GetAttributeValue<EntityReference>("crmx_importbatchid")?.Id,
                OriginMemberId = Guid.TryParse(Text(row, "crmx_originmemberid"), out Guid origin) ? origin : null,
                NoteHash = Text(row, "crmx_notehash"),
                Rates = RatesOf(row),
            },
            Sequence = row.GetAttributeValue<int>("crmx_sequence"),
            BalanceAfter = row.GetAttributeValue<int>("crmx_balanceafter"),
            PreviousHash = row.GetAttributeValue<string>("crmx_previoushash"),
            Hash = row.GetAttributeValue<string>("crmx_hash"),
        };
    }

    private static CurrencyRates? RatesOf(Entity row) =>
        row.GetAttributeValue<decimal?>("crmx_currencyrate") is { } document
        && row.GetAttributeValue<decimal?>("crmx_programmerate") is { } programme
            ? new CurrencyRates { Document = document, Programme = programme }
            : null;

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    private static Day? DayOf(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } date ? Day.Of(date) : null;

    private static int? Option(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column)?.Value - Crmx.FirstOption;
}
