using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Counts of one product and of its partners in <see cref="BasketCounts"/>.</summary>
public sealed class ProductCounts
{
    private readonly Dictionary<string, PairCount> _partners = new(StringComparer.Ordinal);

    /// <summary>Baskets with the product: n_j.</summary>
    public int Baskets { get; private set; }

    /// <summary>Baskets in which it had company: s_j, the sum of its pair weights.</summary>
    public int SharedBaskets { get; private set; }

    public IReadOnlyDictionary<string, PairCount> Partners => _partners;

    /// <summary>Counts as they were stored.</summary>
    public static ProductCounts Restore(
        int baskets, int sharedBaskets, IEnumerable<KeyValuePair<string, PairCount>> partners)
    {
        var counts = new ProductCounts { Baskets = baskets, SharedBaskets = sharedBaskets };
        foreach (KeyValuePair<string, PairCount> partner in partners) counts._partners.Add(partner.Key, partner.Value);
        return counts;
    }

    internal bool IsEmpty => Baskets == 0 && SharedBaskets == 0 && _partners.Count == 0;

    internal void Count(int times, int basketSize)
    {
        Baskets += times;
        if (basketSize > 1) SharedBaskets += times;
    }

    internal void CountPartner(string partner, int times, int basketSize) =>
        Add(partner, new PairCount(times, times * PairWeight.UnitsOf(basketSize)));

    /// <summary>Adds the counts of other orders, or takes out what they hold below zero.</summary>
    public void Merge(ProductCounts other)
    {
        Baskets += other.Baskets;
        SharedBaskets += other.SharedBaskets;
        foreach (KeyValuePair<string, PairCount> partner in other._partners) Add(partner.Key, partner.Value);
    }

    // A pair that nobody buys any more leaves no row behind: removing is the exact opposite of adding.
    private void Add(string partner, PairCount count)
    {
        PairCount sum = _partners.TryGetValue(partner, out PairCount known) ? known.Plus(count) : count;
        if (sum.Together == 0 && sum.Units == 0) _partners.Remove(partner);
        else _partners[partner] = sum;
    }
}
