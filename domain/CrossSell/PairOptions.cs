namespace CrmExtensions.Domain.CrossSell;

/// <summary>What is counted and kept of pairs.</summary>
public sealed record PairOptions
{
    public static PairOptions Default { get; } = new();

    /// <summary>See <see cref="BasketCut"/>; at least 2.</summary>
    public int MaxBasketSize { get; init; } = BasketCut.MaxBasketSize;

    /// <summary>Pairs of fewer baskets are not kept.</summary>
    public int MinimumTogether { get; init; } = Affinity.MinimumTogether;

    /// <summary>Most partners kept of a product, those that score best; 0 keeps all.</summary>
    public int Partners { get; init; }
}
