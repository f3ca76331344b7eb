using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The one place where the columns of an entry meet its facts.</summary>
internal static class EntryRows
{
    public static LoyaltyEntry RowOf(EntryDraft draft, string name)
    {
        var row = new LoyaltyEntry
        {
            [LoyaltyEntry.Columns.Name] = name,
            [LoyaltyEntry.Columns.MemberId] = new EntityReference(LoyaltyMember.Table, draft.Key.MemberId),
            [LoyaltyEntry.Columns.Kind] = Choice.Of((int)draft.Key.Kind),
            [LoyaltyEntry.Columns.Points] = draft.Points,
            [LoyaltyEntry.Columns.SourceKey] = draft.Key.ToString(),
            [LoyaltyEntry.Columns.BookedOn] = draft.BookedOn,
            [LoyaltyEntry.Columns.SourceTable] = draft.SourceTable,
            [LoyaltyEntry.Columns.SourceId] = draft.SourceId,
            [LoyaltyEntry.Columns.OriginatorId] = new EntityReference(SystemUser, draft.OriginatorId),
        };
        if (draft.Basis is { } basis) row[LoyaltyEntry.Columns.Basis] = Choice.Of((int)basis);
        if (draft.BasisAmount is { } amount) row[LoyaltyEntry.Columns.BasisAmount] = amount;
        if (draft.Breakdown.Length > 0) row[LoyaltyEntry.Columns.Breakdown] = draft.Breakdown;
        if (draft.Reason is { } reason) row[LoyaltyEntry.Columns.Reason] = Choice.Of((int)reason);
        if (EntryKinds.PaysOncePerSource(draft.Key.Kind))
            row[LoyaltyEntry.Columns.PaymentKey] = draft.Key.PaymentKey;
        AddLot(row, draft);
        AddLinks(row, draft);
        return row;
    }

    private static void AddLot(LoyaltyEntry row, EntryDraft draft)
    {
        Set(row, LoyaltyEntry.Columns.EarnedOn, draft.EarnedOn?.Midnight);
        Set(row, LoyaltyEntry.Columns.AvailableFrom, draft.AvailableFrom?.Midnight);
        Set(row, LoyaltyEntry.Columns.ExpiresOn, draft.ExpiresOn?.Midnight);
        if (draft.StatusPoints != 0) row[LoyaltyEntry.Columns.StatusPoints] = draft.StatusPoints;
        if (draft.StatusOrders != 0) row[LoyaltyEntry.Columns.StatusOrders] = draft.StatusOrders;
        if (!draft.Allocation.IsEmpty) row[LoyaltyEntry.Columns.Allocation] = draft.Allocation.ToJson();
    }

    private static void AddLinks(LoyaltyEntry row, EntryDraft draft)
    {
        Set(row, LoyaltyEntry.Columns.DocumentNumber, draft.DocumentNumber);
        Set(row, LoyaltyEntry.Columns.NoteHash, draft.NoteHash);
        Set(row, LoyaltyEntry.Columns.OriginMemberId, draft.OriginMemberId?.ToString("D"));
        Set(row, LoyaltyEntry.Columns.ReversesId, Link(LoyaltyEntry.Table, draft.ReversesId));
        Set(row, LoyaltyEntry.Columns.RuleId, Link(EarningRuleRow.Table, draft.RuleId));
        Set(row, LoyaltyEntry.Columns.ImportBatchId, Link(ImportBatchRow.Table, draft.ImportBatchId));
        if (draft.Rates is not { } rates) return;
        row[LoyaltyEntry.Columns.CurrencyRate] = rates.Document;
        row[LoyaltyEntry.Columns.ProgrammeRate] = rates.Programme;
    }

    /// <summary>
    /// Null if the source key is none, or says something else than the member and the kind beside it, or if a column
    /// holds text that the ledger never wrote.
    /// </summary>
    public static EntryDraft? DraftOf(LoyaltyEntry row)
    {
        if (!SourceKey.TryParse(row.SourceKey, out SourceKey key)) return null;
        if (row.MemberId?.Id != key.MemberId || Number(row, LoyaltyEntry.Columns.Kind) != (int)key.Kind) return null;
        if (row.BookedOn is not { } bookedOn || AllocationOf(row) is not { } allocation) return null;
        Guid origin = Guid.Empty;
        if (row.OriginMemberId is { } text && !Guid.TryParse(text, out origin)) return null;
        return new EntryDraft
        {
            Key = key,
            Points = row.Points,
            BookedOn = DateTime.SpecifyKind(bookedOn, DateTimeKind.Utc),
            SourceTable = Text(row, LoyaltyEntry.Columns.SourceTable),
            SourceId = Text(row, LoyaltyEntry.Columns.SourceId),
            OriginatorId = row.GetAttributeValue<EntityReference>(LoyaltyEntry.Columns.OriginatorId)?.Id ?? Guid.Empty,
            Basis = (EarningBasis?)Number(row, LoyaltyEntry.Columns.Basis),
            BasisAmount = row.GetAttributeValue<decimal?>(LoyaltyEntry.Columns.BasisAmount),
            Breakdown = Text(row, LoyaltyEntry.Columns.Breakdown),
            Reason = (AdjustmentReason?)Number(row, LoyaltyEntry.Columns.Reason),
            DocumentNumber = Text(row, LoyaltyEntry.Columns.DocumentNumber),
            EarnedOn = DayOf(row.EarnedOn),
            AvailableFrom = DayOf(row.AvailableFrom),
            ExpiresOn = DayOf(row.ExpiresOn),
            StatusPoints = row.StatusPoints ?? 0,
            StatusOrders = row.StatusOrders ?? 0,
            Allocation = allocation,
            ReversesId = row.ReversesId?.Id,
            OriginMemberId = row.OriginMemberId is null ? null : origin,
            RuleId = row.RuleId?.Id,
            ImportBatchId = row.ImportBatchId?.Id,
            NoteHash = Text(row, LoyaltyEntry.Columns.NoteHash),
            Rates = RatesOf(row),
        };
    }

    /// <summary>Adds what the ledger decided to the row that is about to be stored.</summary>
    public static void Stamp(LoyaltyEntry row, LedgerEntry entry)
    {
        row[LoyaltyEntry.Columns.BookedOn] = entry.Draft.BookedOn;
        row[LoyaltyEntry.Columns.Sequence] = entry.Sequence;
        row[LoyaltyEntry.Columns.BalanceAfter] = entry.BalanceAfter;
        row[LoyaltyEntry.Columns.PreviousHash] = entry.PreviousHash;
        row[LoyaltyEntry.Columns.Hash] = entry.Hash;
        // The ledger leaves out an allocation that says nothing: what the caller named must not stand beside the hash.
        if (!entry.Draft.Allocation.IsEmpty)
            row[LoyaltyEntry.Columns.Allocation] = entry.Draft.Allocation.ToJson();
        else row.Attributes.Remove(LoyaltyEntry.Columns.Allocation);
    }

    /// <summary>A stored entry that something is decided by.</summary>
    /// <exception cref="BusinessRuleException">It does not hold what the ledger wrote.</exception>
    public static LedgerEntry WholeOf(LoyaltyEntry row) =>
        DraftOf(row) is null ? throw new BusinessRuleException(UserText.LedgerIsDamaged) : EntryOf(row);

    /// <summary>A stored entry as the ledger posted it, for replaying; an unreadable one has an empty key.</summary>
    public static LedgerEntry EntryOf(LoyaltyEntry row) => new()
    {
        Draft = DraftOf(row) ?? new EntryDraft { Key = default },
        Sequence = row.GetAttributeValue<int>(LoyaltyEntry.Columns.Sequence),
        BalanceAfter = row.BalanceAfter ?? 0,
        PreviousHash = Text(row, LoyaltyEntry.Columns.PreviousHash),
        Hash = Text(row, LoyaltyEntry.Columns.Hash),
    };

    /// <summary>Every column that <see cref="EntryOf"/> reads.</summary>
    public static ColumnSet Columns() => new(
        LoyaltyEntry.Columns.MemberId, LoyaltyEntry.Columns.Kind, LoyaltyEntry.Columns.Points,
        LoyaltyEntry.Columns.SourceKey, LoyaltyEntry.Columns.Sequence, LoyaltyEntry.Columns.BalanceAfter,
        LoyaltyEntry.Columns.BookedOn, LoyaltyEntry.Columns.OriginatorId, LoyaltyEntry.Columns.Reason,
        LoyaltyEntry.Columns.SourceTable, LoyaltyEntry.Columns.SourceId, LoyaltyEntry.Columns.Basis,
        LoyaltyEntry.Columns.BasisAmount, LoyaltyEntry.Columns.Breakdown, LoyaltyEntry.Columns.PreviousHash,
        LoyaltyEntry.Columns.Hash, LoyaltyEntry.Columns.AvailableFrom, LoyaltyEntry.Columns.ExpiresOn,
        LoyaltyEntry.Columns.EarnedOn, LoyaltyEntry.Columns.StatusPoints, LoyaltyEntry.Columns.StatusOrders,
        LoyaltyEntry.Columns.Allocation, LoyaltyEntry.Columns.ReversesId, LoyaltyEntry.Columns.OriginMemberId,
        LoyaltyEntry.Columns.DocumentNumber, LoyaltyEntry.Columns.CurrencyRate, LoyaltyEntry.Columns.ProgrammeRate,
        LoyaltyEntry.Columns.ImportBatchId, LoyaltyEntry.Columns.RuleId, LoyaltyEntry.Columns.NoteHash);

    private const string SystemUser = "systemuser";

    private static void Set(LoyaltyEntry row, string column, object? value)
    {
        if (value is not (null or "")) row[column] = value;
    }

    private static EntityReference? Link(string table, Guid? id) =>
        id is { } known ? new EntityReference(table, known) : null;

    private static Day? DayOf(DateTime? date) => date is { } day ? Day.Of(day) : null;

    private static LotBook? AllocationOf(LoyaltyEntry row) =>
        row.Allocation is { } text ? LotBook.Parse(text) : LotBook.Empty;

    private static CurrencyRates? RatesOf(LoyaltyEntry row) =>
        row.CurrencyRate is { } document && row.ProgrammeRate is { } programme
            ? new CurrencyRates { Document = document, Programme = programme }
            : null;

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    private static int? Number(Entity row, string column) =>
        Choice.NumberOf(row.GetAttributeValue<OptionSetValue>(column));
}
