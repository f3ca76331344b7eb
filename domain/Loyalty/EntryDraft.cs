using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What somebody wants to post. Facts only; the ledger adds place, balance, allocation and hashes.</summary>
public sealed record EntryDraft
{
    private readonly DateTime bookedOn;

    public SourceKey Key { get; init; }

    public int Points { get; init; }

    /// <summary>UTC, cut to whole seconds: the platform stores no more, and the hash must survive storing.</summary>
    public DateTime BookedOn
    {
        get => bookedOn;
        init
        {
            Require.That(value.Kind == DateTimeKind.Utc, "a booking time in UTC");
            bookedOn = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>Logical name of the table that the source stands in; empty where the source is a request.</summary>
    public string SourceTable { get; init; } = "";

    /// <summary>The source as text: the id of a row, or the caller's request id.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>Number that the document shows to people, such as an order number; empty where there is none.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The user who asked; empty only for the platform itself.</summary>
    public Guid OriginatorId { get; init; }

    /// <summary>Set for what is earned, with <see cref="BasisAmount"/>.</summary>
    public EarningBasis? Basis { get; init; }

    /// <summary>In base currency, four decimals.</summary>
    public decimal? BasisAmount { get; init; }

    /// <summary>Rates by which a foreign amount became points; null where only the base currency took part.</summary>
    public CurrencyRates? Rates { get; init; }

    /// <summary>The breakdown's canonical JSON, for a merge the status months' (<see cref="StatusBook"/>); empty for
    /// adjustments.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>Set for adjustments only.</summary>
    public AdjustmentReason? Reason { get; init; }

    /// <summary>The day in the programme's zone on which these points, or the points that are taken back, were
    /// earned; status points count in its month.</summary>
    public Day? EarnedOn { get; init; }

    /// <summary>End of the holding period of a credit's lot; on a return that of the lot that it takes back.</summary>
    public Day? AvailableFrom { get; init; }

    /// <summary>Last day of a credit's lot; on a return that of the lot that it takes back.</summary>
    public Day? ExpiresOn { get; init; }

    /// <summary>Signed; counts towards tiers, not towards the balance.</summary>
    public int StatusPoints { get; init; }

    /// <summary>1 for an earned order, -1 where all of it came back, otherwise 0.</summary>
    public int StatusOrders { get; init; }

    /// <summary>
    /// Which lots gave or get how much. A debit's is filled in by the ledger unless the draft names the lots (expiry).
    /// Empty says: a credit is one lot with the dates above; a debit came out of the endless lot.
    /// </summary>
    public LotBook Allocation { get; init; } = LotBook.Empty;

    /// <summary>The entry that this one takes back, wholly or in part.</summary>
    public Guid? ReversesId { get; init; }

    /// <summary>The other member of a transfer or a merge.</summary>
    public Guid? OriginMemberId { get; init; }

    /// <summary>The earning rule of a bonus.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>The batch of an opening balance.</summary>
    public Guid? ImportBatchId { get; init; }

    /// <summary>SHA-256 of the erasable words to this entry; empty where there are none.</summary>
    public string NoteHash { get; init; } = "";

    /// <summary>The lot that a credit makes, or that a return looks for first.</summary>
    public LotKey Lot => LotKey.Of(EarnedOn, AvailableFrom, ExpiresOn);

    /// <summary>The status months that a merge moves; null where the breakdown says something else.</summary>
    public StatusBook? MovedStatus => Breakdown.Length == 0 ? StatusBook.Empty : StatusBook.Parse(Breakdown);
}
