using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class SuggestionTests
{
    private static readonly DateTime Start = new(2024, 1, 1);

    private static readonly string[] Baskets =
    [
        .. Enumerable.Repeat("coffee filter", 12), .. Enumerable.Repeat("coffee", 3),
        .. Enumerable.Repeat("tea honey", 12), .. Enumerable.Repeat("milk", 30), .. Enumerable.Repeat("coffee cup", 3),
    ];

    [Fact]
    [Trait("Rule", "X08")]
    public void A_reason_with_numbers_tells_the_counts()
    {
        BasketTable table = Orders.Of(Baskets);
        Suggestion first = Best(table, mayLearn: true, "coffee")[0];

        Assert.Equal("filter", table.Products[first.Product]);
        Assert.Equal(SuggestionSource.Learned, first.Source);
        Assert.Equal(ReasonCode.BoughtTogether, first.Reason);
        Assert.Equal((12, 18), (first.Together, first.Baskets));
        Assert.Equal(60.0 / 18, first.Lift!.Value, 9);
        Assert.Equal("coffee", table.Products[first.With!.Value]);
    }

    [Fact]
    [Trait("Rule", "X04")]
    public void A_pair_of_few_baskets_is_suggested_without_numbers()
    {
        BasketTable table = Orders.Of(Baskets);
        Suggestion cup = Best(table, mayLearn: true, "coffee").Single(best => table.Products[best.Product] == "cup");

        Assert.Equal(ReasonCode.FitsWith, cup.Reason);
        Assert.Null(cup.Together);
    }

    [Fact]
    [Trait("Rule", "X06")]
    public void What_no_pair_speaks_for_is_a_top_seller_and_says_so()
    {
        BasketTable table = Orders.Of(Baskets);
        IReadOnlyList<Suggestion> best = Best(table, mayLearn: true, "cup");

        Assert.Equal(SuggestionSource.Learned, best[0].Source);
        Assert.Equal("milk", table.Products[best[1].Product]);
        Assert.All(best.Skip(1), seller => Assert.Equal(SuggestionSource.TopSeller, seller.Source));
        Assert.Equal((30, 60), (best[1].Together, best[1].Baskets));
    }

    [Fact]
    [Trait("Rule", "X18")]
    public void A_refused_model_shows_top_sellers_only()
    {
        BasketTable table = Orders.Of(Baskets);
        IReadOnlyList<Suggestion> best = Best(table, mayLearn: false, "coffee");

        Assert.Equal("milk", table.Products[best[0].Product]);
        Assert.All(best, seller => Assert.Equal(SuggestionSource.TopSeller, seller.Source));
    }

    [Fact]
    [Trait("Rule", "X01")]
    [Trait("Rule", "X02")]
    public void What_is_owned_or_on_the_order_is_never_among_what_goes_with_it()
    {
        BasketTable table = Orders.Of(Baskets);
        table.TryFindProduct("coffee", out int coffee);
        table.TryFindProduct("filter", out int filter);
        GoesWith goesWith = Model(table, mayLearn: true);

        IReadOnlyList<Suggestion> best = goesWith.Best(HistoryQuery.OfBasket([coffee]), [filter], 10);

        Assert.DoesNotContain(best, suggestion => suggestion.Product == coffee || suggestion.Product == filter);
        Assert.Contains(goesWith.Best(HistoryQuery.OfBasket([coffee]), [], 10), again => again.Product == filter);
    }

    [Fact]
    public void The_likelihood_ratio_is_that_of_the_four_cells()
    {
        PairEvidence evidence = new(10, 20, 30, 100);

        // Cells 10, 10, 20, 60; expected 6, 14, 24, 56.
        double expected = 2 * (10 * Math.Log(10 / 6.0) + 10 * Math.Log(10 / 14.0) + 20 * Math.Log(20 / 24.0)
            + 60 * Math.Log(60 / 56.0));
        Assert.Equal(expected, evidence.G2, 9);
        Assert.False(evidence.MayBeTold);
        Assert.False(new PairEvidence(5, 500, 500, 1000).MayBeTold);
        Assert.True(new PairEvidence(34, 210, 200, 5000).MayBeTold);
    }

    [Fact]
    [Trait("Rule", "X01")]
    public void Bought_again_is_only_what_is_due_by_the_own_rhythm()
    {
        BasketTableBuilder builder = new();
        foreach (int day in new[] { 0, 30, 60 }) builder.Add($"B{day}", "K", Start.AddDays(day), "beans");
        foreach (int day in new[] { 0, 7, 14 }) builder.Add($"M{day}", "K", Start.AddDays(day), "milk");
        builder.Add("X", "K", Start.AddDays(10), "machine");
        BasketTable table = builder.Build();

        Assert.Equal(["milk"], Due(table, Start.AddDays(80)));
        Assert.Equal(["beans", "milk"], Due(table, Start.AddDays(90)));
        Assert.Empty(Due(table, Start.AddDays(20)));
    }

    [Fact]
    public void An_interval_joins_own_gaps_with_what_is_usual()
    {
        PurchaseRhythm once = PurchaseRhythm.First(Start, 0);
        PurchaseRhythm thrice = once.Then(Start.AddDays(20), 1).Then(Start.AddDays(40), 2);

        Assert.Null(once.Interval(null));
        Assert.Equal(50, once.Interval(50));
        Assert.Equal(20, thrice.Interval(null));
        Assert.Equal(30, thrice.Interval(50));
        Assert.Equal(0.9 * 0.9 + 0.9 + 1, thrice.WeightAt(2), 12);
    }

    private static IReadOnlyList<string> Due(BasketTable table, DateTime today)
    {
        IReadOnlyList<int> own = table.BasketsByCustomer()[0];
        return [.. BuyAgain.Due(
            BuyAgain.Rhythms(table, own), RepurchaseIntervals.Of(table), own.Count - 1, today, 10)
            .Select(due => table.Products[due.Product])];
    }

    private static GoesWith Model(BasketTable table, bool mayLearn) => new(
        new PairModel(PairCounting.Count(table, table.All(), PairOptions.Default)),
        table.Popularity(table.All()),
        mayLearn);

    private static IReadOnlyList<Suggestion> Best(BasketTable table, bool mayLearn, string product)
    {
        Assert.True(table.TryFindProduct(product, out int known));
        return Model(table, mayLearn).Best(HistoryQuery.OfBasket([known]), [], 10);
    }
}
