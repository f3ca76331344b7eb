using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class AffinityTests
{
    private static readonly string[][] Baskets =
    [
        ["coffee", "filter"], ["coffee", "filter", "milk"], ["coffee", "filter"], ["coffee", "milk"],
        ["tea", "honey"], ["tea", "honey", "milk"], ["tea", "honey"], ["tea", "milk"],
        ["milk"], ["milk", "bread"], ["milk", "bread"], ["milk", "bread"], ["rare", "coffee"],
    ];

    [Fact]
    public void What_is_bought_together_comes_before_what_everybody_buys()
    {
        Affinity affinity = new(Count(Baskets));

        Assert.Equal("filter", affinity.Rank(["coffee"], 3)[0].Product);
        Assert.Equal("honey", affinity.Rank(["tea"], 3)[0].Product);
    }

    [Fact]
    public void A_pair_that_was_seen_too_seldom_does_not_speak()
    {
        Affinity affinity = new(Count(Baskets));

        Assert.NotEqual("coffee", affinity.Rank(["rare"], 1)[0].Product);
    }

    [Fact]
    public void Nothing_of_the_basket_is_suggested_and_unknown_products_say_nothing()
    {
        Affinity affinity = new(Count(Baskets));

        Assert.DoesNotContain(affinity.Rank(["coffee", "filter"], 10),
            scored => scored.Product is "coffee" or "filter");
        Assert.Empty(affinity.Rank(["never seen"], 10));
    }

    [Fact]
    public void Counts_of_parts_merge_to_the_counts_of_the_whole()
    {
        BasketCounts parts = Count([.. Baskets.Take(5)]);
        parts.Merge(Count([.. Baskets.Skip(5)]));

        Assert.Equal(Shown(Count(Baskets)), Shown(parts));
    }

    [Fact]
    public void A_cancelled_basket_leaves_no_trace()
    {
        BasketCounts counts = Count(Baskets);
        counts.Add(["coffee", "umbrella", "tea"]);
        counts.Remove(["tea", "coffee", "umbrella"]);

        Assert.Equal(Shown(Count(Baskets)), Shown(counts));
    }

    [Fact]
    public void The_pair_weights_of_a_product_add_up_to_its_shared_baskets()
    {
        BasketCounts counts = Count(Baskets);

        Assert.All(counts.Products.Values, product =>
            Assert.Equal(product.SharedBaskets, product.Partners.Values.Sum(pair => pair.Weight), 9));
    }

    [Fact]
    public void A_huge_basket_is_cut_so_that_its_pairs_stay_countable()
    {
        BasketCounts counts = new();
        counts.Add(Enumerable.Range(0, 5_000).Select(product => $"P{product:0000}"));

        Assert.Equal(BasketCut.MaxBasketSize, counts.Products.Count);
        Assert.All(counts.Products.Values,
            product => Assert.Equal(BasketCut.MaxBasketSize - 1, product.Partners.Count));
    }

    private static BasketCounts Count(string[][] baskets)
    {
        BasketCounts counts = new();
        foreach (string[] basket in baskets) counts.Add(basket);
        return counts;
    }

    private static string Shown(BasketCounts counts) => counts.Baskets + "\n" + string.Join(
        "\n",
        counts.Products.Where(product => product.Value.Baskets > 0)
            .OrderBy(product => product.Key, StringComparer.Ordinal)
            .SelectMany(product => product.Value.Partners.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{product.Key}({product.Value.Baskets},{product.Value.SharedBaskets}) {pair.Key} "
                    + $"{pair.Value.Together} {Math.Round(pair.Value.Weight, 9)}")));
}
