using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class RuleMiningTests
{
    [Theory]
    [InlineData(1, "0.02", "0.3")]
    [InlineData(2, "0.05", "0.5")]
    [InlineData(3, "0.0101", "0.75")]
    public void All_rules_of_a_search_by_brute_force_are_found_and_no_others(
        int seed, string support, string confidence)
    {
        BasketTable table = Orders.Of(Baskets(seed));
        RuleOptions options = new() { Support = Share(support), Confidence = Share(confidence), Products = 4 };

        MinedRules mined = RuleMining.Of(table, table.All(), options);

        Assert.True(mined.IsComplete);
        Assert.NotEmpty(mined.Rules);
        Assert.Equal(ByBruteForce(table, options), mined.Rules.Select(rule => Text(table, rule)).OrderBy(text => text));
    }

    [Fact]
    public void Support_confidence_and_lift_are_those_of_the_textbook()
    {
        BasketTable table = Orders.Of("bread butter", "bread butter", "bread", "milk");

        AssociationRule rule = Assert.Single(
            Rules(table, support: 0.5m, confidence: 0.9m));

        Assert.Equal("butter", table.Products[Assert.Single(rule.Antecedent)]);
        Assert.Equal("bread", table.Products[rule.Consequent]);
        Assert.Equal(0.5, rule.Support);
        Assert.Equal(1, rule.Confidence);
        Assert.Equal(4.0 / 3, rule.Lift, 12);
    }

    [Fact]
    public void A_threshold_that_is_met_exactly_is_met()
    {
        // 8 of 10 baskets and a confidence of 8/10: as floats, .8 * 10 and 8 need not be the same.
        BasketTable table = Orders.Of([.. Enumerable.Repeat("a b", 8), "a", "a"]);

        Assert.Contains(Rules(table, 0.8m, 0.8m), rule => table.Products[rule.Consequent] == "b");
        Assert.DoesNotContain(Rules(table, 0.8m, 0.801m), rule => table.Products[rule.Consequent] == "b");
        Assert.Empty(Rules(table, 0.801m, 0.1m));
    }

    [Fact]
    public void A_search_that_explodes_is_given_up_and_says_so()
    {
        string wide = string.Join(" ", Enumerable.Range(0, 30).Select(i => $"P{i:00}"));
        BasketTable table = Orders.Of(wide, wide);

        MinedRules mined = RuleMining.Of(table, table.All(), new RuleOptions { Support = 1, Sets = 1_000 });

        Assert.False(mined.IsComplete);
        Assert.Empty(mined.Rules);
        Assert.InRange(mined.Sets, 1_000, 1_100);
    }

    [Fact]
    public void Only_the_baskets_that_are_asked_for_count()
    {
        BasketTable table = Orders.Of("a b", "a b", "c d", "c d");

        MinedRules mined = RuleMining.Of(table, [0, 1], new RuleOptions { Support = 1, Confidence = 1 });

        Assert.Equal(3, mined.Sets);
        Assert.All(mined.Rules, rule => Assert.Equal(2, rule.Baskets));
        Assert.Equal(2, mined.Rules.Count);
    }

    private static IReadOnlyList<AssociationRule> Rules(BasketTable table, decimal support, decimal confidence) =>
        RuleMining.Of(table, table.All(), new RuleOptions { Support = support, Confidence = confidence }).Rules;

    private static decimal Share(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>120 baskets of up to 7 of 12 products, the first ones oftener.</summary>
    private static string[] Baskets(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 120).Select(_ => string.Join(" ", Enumerable.Range(0, 1 + random.Next(7))
            .Select(_ => $"P{(int)(12 * random.NextDouble() * random.NextDouble()):00}")))];
    }

    /// <summary>Every antecedent of up to three products with every other product, each counted by itself.</summary>
    private static IEnumerable<string> ByBruteForce(BasketTable table, RuleOptions options)
    {
        HashSet<int>[] baskets = [.. table.All().Select(basket => new HashSet<int>(table[basket]))];
        List<string> found = [];
        for (int set = 1; set < 1 << table.Products.Count; set++)
        {
            int[] antecedent =
                [.. Enumerable.Range(0, table.Products.Count).Where(product => (set >> product & 1) == 1)];
            if (antecedent.Length >= options.Products) continue;
            HashSet<int>[] known = [.. baskets.Where(basket => antecedent.All(basket.Contains))];
            for (int consequent = 0; consequent < table.Products.Count; consequent++)
            {
                int together = known.Count(basket => basket.Contains(consequent));
                if (antecedent.Contains(consequent) || together < options.Support * baskets.Length || together == 0
                    || together < options.Confidence * known.Length) continue;
                found.Add(Text(table, new AssociationRule(antecedent, consequent, together)
                {
                    AntecedentBaskets = known.Length,
                    ConsequentBaskets = baskets.Count(basket => basket.Contains(consequent)),
                    Baskets = baskets.Length,
                }));
            }
        }

        return found.OrderBy(text => text);
    }

    private static string Text(BasketTable table, AssociationRule rule) =>
        $"{string.Join("+", rule.Antecedent.Select(product => table.Products[product]))} => "
        + $"{table.Products[rule.Consequent]} {rule.Together}/{rule.AntecedentBaskets}/{rule.ConsequentBaskets}/"
        + rule.Baskets;
}
