using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One lot of a balance from an old system.</summary>
public sealed record OpeningRow
{
    /// <summary>Counted from 1 with the header.</summary>
    public int Line { get; init; }

    public Guid CustomerId { get; init; }

    /// <summary>True for a contact, false for an account.</summary>
    public bool IsContact { get; init; }

    public int Points { get; init; }

    public Day EarnedOn { get; init; }

    public Day? AvailableFrom { get; init; }

    /// <summary>Null: as the programme says for that earned day.</summary>
    public Day? ExpiresOn { get; init; }
}
