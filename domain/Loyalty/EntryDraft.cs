using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What somebody wants to post. Facts only; the ledger adds place, balance and hashes.</summary>
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

    /// <summary>The user who asked; empty only for the platform itself.</summary>
    public Guid OriginatorId { get; init; }

    /// <summary>Set for what is earned, with <see cref="BasisAmount"/>.</summary>
    public EarningBasis? Basis { get; init; }

    /// <summary>In base currency, four decimals.</summary>
    public decimal? BasisAmount { get; init; }

    /// <summary>The breakdown's canonical JSON; empty for adjustments.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>Set for adjustments only.</summary>
    public AdjustmentReason? Reason { get; init; }
}
