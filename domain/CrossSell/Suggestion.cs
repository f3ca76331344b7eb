namespace CrmExtensions.Domain.CrossSell;

/// <summary>A product with the reason why; only the values that the code names are filled.</summary>
public sealed record Suggestion(int Product, double Score, SuggestionSource Source, ReasonCode Reason)
{
    /// <summary>The known product that speaks most for it.</summary>
    public int? With { get; init; }

    public int? Together { get; init; }

    public int? Baskets { get; init; }

    public double? Lift { get; init; }

    /// <summary>Orders of this customer with the product.</summary>
    public int? Times { get; init; }

    public double? IntervalDays { get; init; }

    public int? DaysSince { get; init; }
}
