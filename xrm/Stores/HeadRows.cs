using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The head of a ledger as columns of the member row.</summary>
internal static class HeadRows
{
    /// <summary>
    /// Null where lots or status months are no such text, or lots and balance do not agree: somebody wrote them past
    /// the ledger. Verification names the member; nothing is posted on top.
    /// </summary>
    public static MemberHead? Find(LoyaltyMember row)
    {
        LotBook? lots = row.OpenLots is { } open
            ? LotBook.Parse(open)
            : LotBook.Of(LotKey.Endless, Math.Max(0, row.Balance ?? 0));
        StatusBook? status = row.StatusBuckets is { } months ? StatusBook.Parse(months) : StatusBook.Empty;
        if (status is null || lots?.Total != Math.Max(0, row.Balance ?? 0)) return null;
        return new MemberHead
        {
            MemberId = row.Id,
            Sequence = row.Sequence ?? 0,
            LastHash = row.LastHash ?? LedgerHash.Genesis,
            Balance = row.Balance ?? 0,
            Lots = lots,
            Status = status,
        };
    }

    /// <summary>For proofs and reports: text that is no lots or no months counts as none, and the proof says
    /// so.</summary>
    public static MemberHead Readable(LoyaltyMember row) => new()
    {
        MemberId = row.Id,
        Sequence = row.Sequence ?? 0,
        LastHash = row.LastHash ?? LedgerHash.Genesis,
        Balance = row.Balance ?? 0,
        Lots = row.OpenLots is { } lots
            ? LotBook.Parse(lots) ?? LotBook.Empty
            : LotBook.Of(LotKey.Endless, Math.Max(0, row.Balance ?? 0)),
        Status = row.StatusBuckets is { } status ? StatusBook.Parse(status) ?? StatusBook.Empty : StatusBook.Empty,
    };

    /// <summary>Every column that a head is read from.</summary>
    public static ColumnSet Columns() => new(
        LoyaltyMember.Columns.Sequence, LoyaltyMember.Columns.LastHash, LoyaltyMember.Columns.Balance,
        LoyaltyMember.Columns.OpenLots, LoyaltyMember.Columns.StatusBuckets);

    public static LoyaltyMember RowOf(MemberHead head, Day today)
    {
        Lot? next = head.Lots.Lots.FirstOrDefault(lot => lot.Key.ExpiresOn is not null);
        Day? ends = next?.Key.ExpiresOn;
        return new LoyaltyMember
        {
            Id = head.MemberId,
            Sequence = head.Sequence,
            LastHash = head.LastHash,
            Balance = head.Balance,
            OpenLots = head.Lots.ToJson(),
            StatusBuckets = head.Status.ToJson(),
            Pending = head.PendingOn(today),
            Available = head.AvailableOn(today),
            NextExpiryOn = ends?.Midnight,
            NextExpiryPoints = ends is null
                ? null
                : (int)head.Lots.Where(key => Equals(key.ExpiresOn, ends)).Total,
        };
    }

    /// <summary>Sums that no column holds stay at the end of the range.</summary>
    public static int Bounded(long sum) => (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, sum));
}
