namespace CrmExtensions.Domain.CrossSell;

/// <summary>The values that a <see cref="ReasonCode"/> names; the others stay empty.</summary>
public sealed record ReasonValues
{
    /// <summary>Name of the known product or product family; never that of another customer.</summary>
    public string With { get; init; } = "";

    public int Together { get; init; }

    public int Baskets { get; init; }

    public double Lift { get; init; }

    public int Times { get; init; }

    public double IntervalDays { get; init; }

    public int DaysSince { get; init; }

    public int WindowDays { get; init; }

    /// <summary>Day of the earliest order that was counted; null where the sentence names no period.</summary>
    public Day? From { get; init; }

    public Day? To { get; init; }

    public BuyerGroup Group { get; init; }
}
