using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Replays every ledger from its stored entries and compares with the member's head and with the balance that the
/// customer's form shows.
/// </summary>
internal sealed class LedgerProof
{
    private LedgerProof(IReadOnlyList<MemberLedger> members, IReadOnlyList<string> faults)
    {
        Members = members;
        Faults = faults;
    }

    public IReadOnlyList<MemberLedger> Members { get; }

    /// <summary>One sentence for each member whose ledger does not hold; empty is the only good result.</summary>
    public IReadOnlyList<string> Faults { get; }

    public static LedgerProof Of(IOrganizationService service)
    {
        ILookup<Guid, LedgerEntry> entries = Rows
            .All(service, Names.Entry, Names.Sequence, EntryColumns)
            .Select(EntryOf)
            .ToLookup(entry => entry.Draft.Key.MemberId);
        Dictionary<Guid, int> shown = Shown(service, "account").Concat(Shown(service, "contact"))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        List<MemberLedger> members = [];
        List<string> faults = [];
        foreach (Entity row in Rows.All(service, Names.Member, Names.Member + "id", MemberColumns))
        {
            ReplayReport report = LedgerReplay.Verify(HeadOf(row), entries[row.Id]);
            EntityReference? customer = row.GetAttributeValue<EntityReference>(Names.CustomerId);
            members.Add(
                new MemberLedger(customer?.Id ?? Guid.Empty, customer?.Name ?? "", report.Entries, report.Balance));
            if (!report.IsSound) faults.Add($"{customer?.Name}: {report.Fault} at entry {report.FaultAt}");
            else if (customer is not null && shown.GetValueOrDefault(customer.Id) != report.Balance)
                faults.Add(
                    $"{customer.Name}: shows {shown.GetValueOrDefault(customer.Id)} points, has {report.Balance}");
        }

        return new LedgerProof(members, faults);
    }

    private static readonly string[] MemberColumns =
        [Names.CustomerId, Names.Sequence, Names.LastHash, Names.Balance, Names.OpenLots, Names.StatusBuckets];

    private static readonly string[] EntryColumns =
    [
        Names.SourceKey, Names.Points, Names.BookedOn, Names.SourceTable, Names.SourceId, Names.Originator, Names.Basis,
        Names.BasisAmount, Names.Breakdown, Names.Reason, Names.Sequence, Names.BalanceAfter, Names.PreviousHash,
        Names.Hash, Names.DocumentNumber, Names.EarnedOn, Names.AvailableFrom, Names.ExpiresOn, Names.StatusPoints,
        Names.StatusOrders, Names.Allocation, Names.Reverses, Names.OriginMember, Names.Rule, Names.ImportBatch,
        Names.NoteHash, Names.CurrencyRate, Names.ProgrammeRate,
    ];

    private static IEnumerable<KeyValuePair<Guid, int>> Shown(IOrganizationService service, string table) =>
        Rows.All(service, table, table + "id", Names.CustomerBalance)
            .Select(row => KeyValuePair.Create(row.Id, row.GetAttributeValue<int?>(Names.CustomerBalance) ?? 0));

    private static MemberHead HeadOf(Entity row)
    {
        MemberHead head = new()
        {
            MemberId = row.Id,
            Sequence = row.GetAttributeValue<int?>(Names.Sequence) ?? 0,
            LastHash = row.GetAttributeValue<string>(Names.LastHash) ?? LedgerHash.Genesis,
            Balance = row.GetAttributeValue<int?>(Names.Balance) ?? 0,
        };
        if (LotBook.Parse(Text(row, Names.OpenLots)) is { } lots) head = head with { Lots = lots };
        return StatusBook.Parse(Text(row, Names.StatusBuckets)) is { } status ? head with { Status = status } : head;
    }

    private static LedgerEntry EntryOf(Entity row)
    {
        if (!SourceKey.TryParse(row.GetAttributeValue<string>(Names.SourceKey), out SourceKey key))
            throw new CommandException(
                $"Entry {row.Id} has no readable source key: the ledger was not written by this product.");
        return new LedgerEntry
        {
            Draft = DraftOf(row, key),
            Sequence = row.GetAttributeValue<int?>(Names.Sequence) ?? 0,
            BalanceAfter = row.GetAttributeValue<int?>(Names.BalanceAfter) ?? 0,
            PreviousHash = Text(row, Names.PreviousHash),
            Hash = Text(row, Names.Hash),
        };
    }

    private static EntryDraft DraftOf(Entity row, SourceKey key) => new()
    {
        Key = key,
        Points = row.GetAttributeValue<int?>(Names.Points) ?? 0,
        BookedOn = DateTime.SpecifyKind(row.GetAttributeValue<DateTime>(Names.BookedOn), DateTimeKind.Utc),
        SourceTable = Text(row, Names.SourceTable),
        SourceId = Text(row, Names.SourceId),
        OriginatorId = row.GetAttributeValue<EntityReference>(Names.Originator)?.Id ?? Guid.Empty,
        Basis = (EarningBasis?)Option(row, Names.Basis),
        BasisAmount = row.GetAttributeValue<decimal?>(Names.BasisAmount),
        Breakdown = Text(row, Names.Breakdown),
        Reason = (AdjustmentReason?)Option(row, Names.Reason),
        DocumentNumber = Text(row, Names.DocumentNumber),
        EarnedOn = DayIn(row, Names.EarnedOn),
        AvailableFrom = DayIn(row, Names.AvailableFrom),
        ExpiresOn = DayIn(row, Names.ExpiresOn),
        StatusPoints = row.GetAttributeValue<int?>(Names.StatusPoints) ?? 0,
        StatusOrders = row.GetAttributeValue<int?>(Names.StatusOrders) ?? 0,
        Allocation = LotBook.Parse(Text(row, Names.Allocation)) ?? LotBook.Empty,
        ReversesId = row.GetAttributeValue<EntityReference>(Names.Reverses)?.Id,
        OriginMemberId = Guid.TryParse(Text(row, Names.OriginMember), out Guid origin) ? origin : null,
        RuleId = row.GetAttributeValue<EntityReference>(Names.Rule)?.Id,
        ImportBatchId = row.GetAttributeValue<EntityReference>(Names.ImportBatch)?.Id,
        NoteHash = Text(row, Names.NoteHash),
        Rates = RatesOf(row),
    };

    private static Day? DayIn(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } day ? Day.Of(day) : null;

    private static CurrencyRates? RatesOf(Entity row) =>
        row.GetAttributeValue<decimal?>(Names.CurrencyRate) is { } document
            && row.GetAttributeValue<decimal?>(Names.ProgrammeRate) is { } programme
            ? new CurrencyRates { Document = document, Programme = programme }
            : null;

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    private static int? Option(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column)?.Value - Names.FirstOption;
}
