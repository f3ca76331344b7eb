using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// How often products were bought, and bought together. Every basket of m different products (m at least 2) adds 1 to
/// the count and 1/(m - 1) to the weight of each of its pairs, so that a line of a large basket says as much as one of
/// a small basket. All of it adds up: counts of parts merge, and a cancelled order is taken out again exactly.
/// </summary>
public sealed class BasketCounts
{
    private readonly Dictionary<string, ProductCounts> _products = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _keepsPairsOf;

    public BasketCounts()
        : this(_ => true)
    {
    }

    /// <param name="keepsPairsOf">Of the other products only the baskets are counted.</param>
    public BasketCounts(Func<string, bool> keepsPairsOf) => _keepsPairsOf = keepsPairsOf;

    /// <summary>Baskets counted, those with a single product included.</summary>
    public int Baskets { get; private set; }

    public IReadOnlyDictionary<string, ProductCounts> Products => _products;

    public void Add(IEnumerable<string> basket) => Count(basket, 1);

    /// <summary>Takes out a basket that was added before: an order that was cancelled or returned as a whole.</summary>
    public void Remove(IEnumerable<string> basket) => Count(basket, -1);

    /// <summary>Adds the counts of another part of the orders; the parts must not share an order.</summary>
    public void Merge(BasketCounts other)
    {
        Baskets += other.Baskets;
        foreach (KeyValuePair<string, ProductCounts> product in other._products)
        {
            ProductCounts counts = Of(product.Key);
            counts.Merge(product.Value);
            Forget(product.Key, counts);
        }
    }

    private void Count(IEnumerable<string> basket, int times)
    {
        var distinct = new SortedSet<string>(basket, StringComparer.Ordinal);
        if (distinct.Count == 0) return;
        string[] whole = [.. distinct];
        var products = new string[BasketCut.Size(whole.Length)];
        for (int i = 0; i < products.Length; i++) products[i] = whole[BasketCut.Place(i, whole.Length)];

        Baskets += times;
        foreach (string product in products)
        {
            ProductCounts counts = Of(product);
            counts.Count(times, products.Length);
            foreach (string partner in _keepsPairsOf(product) ? products : [])
            {
                if (!ReferenceEquals(partner, product)) counts.CountPartner(partner, times, products.Length);
            }

            Forget(product, counts);
        }
    }

    // Taken out is as if never counted: nothing is left of a product that is in no basket any more.
    private void Forget(string product, ProductCounts counts)
    {
        if (counts.IsEmpty) _products.Remove(product);
    }

    private ProductCounts Of(string product)
    {
        if (!_products.TryGetValue(product, out ProductCounts? counts))
        {
            counts = new ProductCounts();
            _products.Add(product, counts);
        }

        return counts;
    }
}
