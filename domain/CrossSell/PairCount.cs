namespace CrmExtensions.Domain.CrossSell;

/// <summary>How often two products met in a basket.</summary>
public readonly struct PairCount
{
    public PairCount(int together, double weight)
    {
        Together = together;
        Weight = weight;
    }

    /// <summary>Baskets with both.</summary>
    public int Together { get; }

    /// <summary>Sum of 1/(m - 1) over those baskets.</summary>
    public double Weight { get; }

    public PairCount Plus(PairCount other) => new(Together + other.Together, Weight + other.Weight);
}
