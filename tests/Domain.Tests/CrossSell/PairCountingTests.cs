using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class PairCountingTests
{
    [Fact]
    public void Counting_all_at_once_finds_what_counting_one_by_one_finds()
    {
        string[] baskets = Baskets(seed: 11, 300);
        BasketTable table = Orders.Of(baskets);
        PairTable pairs = PairCounting.Count(table, table.All(), PairOptions.Default with { MinimumTogether = 1 });

        BasketCounts counts = Counted(baskets);
        for (int one = 0; one < table.Products.Count; one++)
        {
            ProductCounts expected = counts.Products[table.Products[one]];
            Assert.Equal(expected.Baskets, pairs.Totals.Baskets(one));
            Assert.Equal(expected.SharedBaskets, pairs.Totals.SharedBaskets(one));
            Assert.Equal(expected.Partners.Count, pairs.PartnersOf(one).Count);
            foreach (int other in pairs.PartnersOf(one))
            {
                Assert.True(pairs.TryFind(one, other, out PairCount count));
                Assert.Equal(expected.Partners[table.Products[other]], count);
            }
        }

        Assert.Equal(counts.Products.Values.Sum(product => product.Partners.Count), 2 * pairs.Pairs);
    }

    [Fact]
    public void Both_ways_of_scoring_rank_alike()
    {
        string[] baskets = Baskets(seed: 12, 300);
        BasketTable table = Orders.Of(baskets);
        PairModel model = new(PairCounting.Count(table, table.All(), PairOptions.Default));
        Ranking ranking = new(table.Popularity(table.All()));
        Affinity affinity = new(Counted(baskets));
        for (int basket = 0; basket < 20; basket++)
        {
            IReadOnlyList<int> query = table[basket];
            model.Score(query, ranking.Scores);
            ranking.Exclude(query);

            Assert.Equal(
                affinity.Rank([.. query.Select(product => table.Products[product])], 10).Select(best => best.Product),
                ranking.Best(10).Select(product => table.Products[product]));
            ranking.Admit(query);
        }
    }

    [Fact]
    public void The_partners_that_are_kept_are_those_that_score_best()
    {
        string[] baskets = Baskets(seed: 13, 300);
        BasketTable table = Orders.Of(baskets);
        PairTable pairs = PairCounting.Count(table, table.All(), new PairOptions { Partners = 3 });
        Affinity affinity = new(Counted(baskets));

        for (int product = 0; product < table.Products.Count; product++)
        {
            Assert.Equal(
                affinity.PartnersOf(table.Products[product], 3).Select(best => best.Product),
                pairs.PartnersOf(product).Select(partner => table.Products[partner]));
        }
    }

    [Fact]
    [Trait("Rule", "X04")]
    public void Pairs_below_the_minimum_support_are_not_kept()
    {
        BasketTable table = Orders.Of("a b", "a b", "a c", "a c", "a c");
        PairTable pairs = PairCounting.Count(table, table.All(), PairOptions.Default);

        Assert.Equal(1, pairs.Pairs);
        Assert.Equal([2], pairs.PartnersOf(0));
        Assert.False(pairs.TryFind(0, 1, out _));
    }

    [Fact]
    public void Lines_of_an_order_need_not_stand_together_and_baskets_are_ordered_by_date()
    {
        DateTime day = new(2024, 5, 1);
        BasketTableBuilder builder = new();
        Assert.True(builder.Add("late", "K", day.AddDays(3), "z"));
        Assert.True(builder.Add("early", "L", day, "b"));
        Assert.True(builder.Add("late", "K", day.AddDays(3), "a"));
        Assert.True(builder.Add("late", "K", day.AddDays(3), "z"));
        Assert.False(builder.Add("late", "L", day, "x"));
        BasketTable table = builder.Build();

        Assert.Equal(["a", "b", "z"], table.Products);
        Assert.Equal([1], table[0]);
        Assert.Equal([0, 2], table[1]);
        Assert.Equal("L", table.Customers[table.CustomerOf(0)]);
    }

    private static BasketCounts Counted(string[] baskets)
    {
        BasketCounts counts = new();
        foreach (string basket in baskets) counts.Add(basket.Split(' '));
        return counts;
    }

    private static string[] Baskets(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(" ", Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => $"P{(int)(random.NextDouble() * random.NextDouble() * 40):00}")))];
    }
}
