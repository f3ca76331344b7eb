namespace CrmExtensions.Domain.CrossSell;

/// <summary>How often two products met in a basket.</summary>
public readonly struct PairCount
{
    /// <param name="units">See <see cref="PairWeight"/>.</param>
    public PairCount(int together, long units)
    {
        Together = together;
        Units = units;
    }

    /// <summary>Baskets with both.</summary>
    public int Together { get; }

    public long Units { get; }

    /// <summary>Sum of 1/(m - 1) over those baskets.</summary>
    public double Weight => PairWeight.Of(Units);

    public PairCount Plus(PairCount other) => new(Together + other.Together, Units + other.Units);
}
