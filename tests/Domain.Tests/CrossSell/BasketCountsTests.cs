using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

[Trait("Rule", "X20")]
public sealed class BasketCountsTests
{
    [Fact]
    public void Whatever_is_added_and_taken_out_again_leaves_nothing_not_even_a_rounding_error()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Random random = new(seed);
            string[][] baskets = Baskets(random, 40);
            BasketCounts counts = Count(baskets);
            foreach (string[] basket in baskets.OrderBy(_ => random.Next())) counts.Remove(Enumerable.Reverse(basket));

            Assert.Equal(0, counts.Baskets);
            Assert.Empty(counts.Products);
        }
    }

    [Fact]
    public void Cancelling_some_of_many_leaves_exactly_the_counts_of_the_others()
    {
        Random random = new(3);
        string[][] kept = Baskets(random, 60), cancelled = Baskets(random, 60);
        BasketCounts counts = Count([.. kept, .. cancelled]);
        foreach (string[] basket in cancelled) counts.Remove(basket);

        Assert.Equal(Shown(Count(kept)), Shown(counts));
    }

    [Fact]
    public void Merging_does_not_care_about_order_or_grouping()
    {
        Random random = new(5);
        string[][] a = Baskets(random, 30), b = Baskets(random, 30), c = Baskets(random, 30);

        string whole = Shown(Count([.. a, .. b, .. c]));

        Assert.Equal(whole, Shown(Merged(Merged(Count(a), Count(b)), Count(c))));
        Assert.Equal(whole, Shown(Merged(Count(a), Merged(Count(b), Count(c)))));
        Assert.Equal(whole, Shown(Merged(Count(c), Merged(Count(b), Count(a)))));
    }

    [Fact]
    public void A_long_basket_is_cut_evenly_and_the_same_way_whenever_it_is_counted()
    {
        string[] basket = [.. Enumerable.Range(0, 500).Select(product => $"P{product:000}")];
        BasketCounts counts = Count([basket]);

        Assert.Equal(BasketCut.MaxBasketSize, counts.Products.Count);
        Assert.Contains("P000", counts.Products.Keys);
        Assert.Contains("P490", counts.Products.Keys);
        counts.Remove(Enumerable.Reverse(basket));
        Assert.Empty(counts.Products);
    }

    private static string[][] Baskets(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, 70))
            .Select(_ => $"P{random.Next(200):000}").ToArray())];

    private static BasketCounts Merged(BasketCounts one, BasketCounts other)
    {
        one.Merge(other);
        return one;
    }

    private static BasketCounts Count(IEnumerable<string[]> baskets)
    {
        BasketCounts counts = new();
        foreach (string[] basket in baskets) counts.Add(basket);
        return counts;
    }

    // Units are whole numbers: equal means equal, not nearly.
    private static string Shown(BasketCounts counts) => counts.Baskets + "\n" + string.Join(
        "\n",
        counts.Products.OrderBy(product => product.Key, StringComparer.Ordinal).SelectMany(product =>
            product.Value.Partners.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
                $"{product.Key} {product.Value.Baskets} {product.Value.SharedBaskets} {pair.Key} "
                + $"{pair.Value.Together} {pair.Value.Units}")));
}
