using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Size-weighted, Dirichlet-smoothed pair scores, popularity damped: how likely a random other line of a basket with
/// the known products is the candidate, drawn towards its overall share where little is known (kappa = 20 baskets), and
/// divided by a power of that share (0.35), so that "everybody buys it" is no recommendation. Pairs seen fewer than
/// three times do not speak. See docs/models/crosssell.md.
/// </summary>
public sealed class Affinity
{
    public const int MinimumTogether = 3;

    private readonly BasketCounts _counts;
    private readonly double _sharedBaskets;

    public Affinity(BasketCounts counts)
    {
        _counts = counts;
        _sharedBaskets = Math.Max(1, counts.Products.Values.Sum(product => (double)product.SharedBaskets));
    }

    /// <summary>
    /// The best candidates for a basket, best first, at most <paramref name="top"/>; ties by baskets, then by id in
    /// ordinal order. Products of the basket are never among them, unknown products of the basket say nothing.
    /// </summary>
    public IReadOnlyList<ScoredProduct> Rank(IReadOnlyCollection<string> basket, int top)
    {
        var known = new HashSet<string>(basket, StringComparer.Ordinal);
        ProductCounts[] query = [.. known.Where(_counts.Products.ContainsKey)
            .Select(product => _counts.Products[product])];
        if (query.Length == 0) return [];

        return [.. _counts.Products
            .Where(candidate => candidate.Value.Baskets > 0 && !known.Contains(candidate.Key))
            .Select(candidate => new ScoredProduct(candidate.Key, Score(candidate.Key, candidate.Value, query),
                candidate.Value.Baskets))
            .OrderByDescending(scored => scored.Score)
            .ThenByDescending(scored => scored.Baskets)
            .ThenBy(scored => scored.Product, StringComparer.Ordinal)
            .Take(top)];
    }

    /// <summary>
    /// The partners of one product that a table of few rows a product should keep, best first, at most
    /// <paramref name="top"/>; only pairs that speak. None for a product that nobody bought.
    /// </summary>
    public IReadOnlyList<ScoredProduct> PartnersOf(string product, int top)
    {
        if (!_counts.Products.TryGetValue(product, out ProductCounts? counts)) return [];
        ProductCounts[] query = [counts];
        return [.. counts.Partners
            .Where(pair => pair.Value.Together >= MinimumTogether)
            .Select(pair => new ScoredProduct(pair.Key, Score(pair.Key, _counts.Products[pair.Key], query),
                _counts.Products[pair.Key].Baskets))
            .OrderByDescending(scored => scored.Score)
            .ThenByDescending(scored => scored.Baskets)
            .ThenBy(scored => scored.Product, StringComparer.Ordinal)
            .Take(top)];
    }

    private double Score(string candidate, ProductCounts counts, ProductCounts[] query)
    {
        double share = counts.SharedBaskets / _sharedBaskets;
        double sum = 0;
        foreach (ProductCounts known in query)
        {
            bool met = known.Partners.TryGetValue(candidate, out PairCount pair) && pair.Together >= MinimumTogether;
            sum += PairFormula.Chance(met ? pair.Weight : 0, known.Baskets, share);
        }

        return sum * PairFormula.Damping(share);
    }
}
