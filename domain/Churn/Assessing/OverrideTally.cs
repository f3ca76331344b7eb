namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Who was right where somebody said "not at risk": feedback on the flag and on the people, counted when the override
/// has ended. Tallies of slices add up.
/// </summary>
public sealed record OverrideTally
{
    public int Ended { get; init; }

    /// <summary>The customer ordered before the override ended.</summary>
    public int Confirmed { get; init; }

    /// <summary>Share of overrides that were right, with its 95 % interval; from 0 to 1 without any.</summary>
    public Interval Share => Interval.OfShare(Confirmed, Ended);

    /// <param name="word">An override whose last day has passed.</param>
    /// <param name="since">Day on which it was given.</param>
    /// <param name="lastOrder">Null for a customer without orders.</param>
    public OverrideTally With(RiskOverride word, Day since, Day? lastOrder) => new()
    {
        Ended = Ended + 1,
        Confirmed = Confirmed + (lastOrder > since && lastOrder <= word.Until ? 1 : 0),
    };

    public OverrideTally Plus(OverrideTally other) =>
        new() { Ended = Ended + other.Ended, Confirmed = Confirmed + other.Confirmed };
}
