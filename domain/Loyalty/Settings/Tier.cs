using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A level that members reach by status points or orders. Any one threshold that is met qualifies, and reaching it
/// exactly is enough; a tier without thresholds is for everybody.
/// </summary>
public sealed class Tier
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>0 is the lowest.</summary>
    public int Rank { get; init; }

    /// <summary>Status points of the current calendar month; null where they do not qualify.</summary>
    public int? MonthPoints { get; init; }

    /// <summary>Status points of the programme's window.</summary>
    public int? YearPoints { get; init; }

    /// <summary>Earned orders of the programme's window.</summary>
    public int? YearOrders { get; init; }

    /// <summary>What the base rate is multiplied by; 1 to 1,000, default 1.</summary>
    public decimal Multiplier { get; init; } = 1m;

    /// <summary>How long the tier lasts from the day on which it is reached; 1 to 1,200, default 12.</summary>
    public int ValidMonths { get; init; } = 12;

    public bool IsForEverybody => MonthPoints is null && YearPoints is null && YearOrders is null;
}
