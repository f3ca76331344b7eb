using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Baskets of every product, after long baskets were cut.</summary>
public sealed class ProductTotals
{
    private readonly int[] baskets;
    private readonly int[] shared;
    private readonly double sharedOfAll;

    internal ProductTotals(int basketsOfAll, int[] baskets, int[] shared)
    {
        BasketsOfAll = basketsOfAll;
        this.baskets = baskets;
        this.shared = shared;
        long sum = 0;
        foreach (int count in shared) sum += count;
        sharedOfAll = Math.Max(1, sum);
    }

    public int BasketsOfAll { get; }

    public int Products => baskets.Length;

    /// <summary>n of the model.</summary>
    public int Baskets(int product) => baskets[product];

    /// <summary>s of the model: baskets in which the product had company.</summary>
    public int SharedBaskets(int product) => shared[product];

    /// <summary>p of the model.</summary>
    public double Share(int product) => shared[product] / sharedOfAll;
}
