using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

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
        return row;
    }

    /// <summary>
    /// Null if the source key is none, or says something else than the member and the kind beside it.
    /// </summary>
    public static EntryDraft? DraftOf(LoyaltyEntry row)
    {
        if (!SourceKey.TryParse(row.SourceKey, out SourceKey key)) return null;
        if (row.MemberId?.Id != key.MemberId || Number(row, LoyaltyEntry.Columns.Kind) != (int)key.Kind) return null;
        if (row.BookedOn is not { } bookedOn) return null;
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
    }

    private const string SystemUser = "systemuser";

    private static string Text(Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    private static int? Number(Entity row, string column) =>
        Choice.NumberOf(row.GetAttributeValue<OptionSetValue>(column));
}
