using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class ShortlistTests
{
    private static readonly Day Today = new(2026, 3, 1);

    [Fact]
    [Trait("Rule", "X12")]
    public void Two_windows_of_the_same_products_do_not_add_up()
    {
        KnownPair order = Pair("a", "x", AffinityKind.Learned, 0.4);
        KnownPair days = Pair("a", "x", AffinityKind.LearnedWithinDays, 0.5);

        Recommended best = Best(Question(order, days), "x")[0];

        Assert.Equal(0.5, best.Score, 9);
        Assert.Equal(ReasonCode.BoughtWithinDays, best.Reason);
    }

    [Fact]
    [Trait("Rule", "X07")]
    public void A_curated_pair_with_counts_tells_them_and_is_curated()
    {
        KnownPair learned = Pair("a", "x", AffinityKind.Learned, 0.4), curated = new("a", "x", AffinityKind.Curated);

        Recommended best = Best(Question(learned, curated), "x")[0];

        Assert.Equal(SuggestionSource.Curated, best.Source);
        Assert.Equal(ReasonCode.BoughtTogether, best.Reason);
        Assert.Equal(20, best.Values.Together);
    }

    [Fact]
    [Trait("Rule", "X09")]
    public void Decisions_move_a_score_by_little_at_first()
    {
        KnownPair pair = Pair("a", "x", AffinityKind.Learned, 0.4) with { Rejected = 10 };

        Assert.Equal(0.2, Best(Question(pair), "x")[0].Score, 9);
    }

    [Fact]
    public void Nothing_is_recommended_while_it_is_paused()
    {
        RecommendQuestion question = Question(Pair("a", "x", AffinityKind.Learned, 0.4)) with
        {
            Settings = new RecommendSettings { IsPaused = true },
        };

        Assert.Empty(Best(question, "x"));
    }

    [Theory]
    [InlineData(10, 40, 0, false)]
    [InlineData(10, 40, 40, true)]
    [InlineData(10, 39, 40, false)]
    [Trait("Rule", "X01")]
    public void What_is_due_has_waited_its_interval(int bought, int today, int interval, bool isDue)
    {
        var owned = new OwnedProduct("x")
        {
            Times = bought, LastOn = Today, IntervalDays = interval == 0 ? null : interval, Weight = 1,
        };
        RecommendQuestion question = new() { Today = Today.AddDays(today), Owned = [owned] };

        Assert.Equal(isDue, Shortlist.Of(question).Choose(Facts("x"), 5).BuyAgain.Count == 1);
    }

    [Fact]
    public void The_question_of_a_customer_is_louder_the_later_it_was_bought()
    {
        OwnedProduct[] owned =
        [
            new("old") { Times = 1, LastOn = Today.AddDays(-9) }, new("late") { Times = 1, LastOn = Today },
            new("also") { Times = 1, LastOn = Today }, new("rejected") { RejectedUntil = Today },
        ];

        IReadOnlyDictionary<string, double> weights = RecommendationQuery.Weights([], owned);

        Assert.Equal([0.5, 1, 1], [weights["old"], weights["late"], weights["also"]]);
        Assert.Equal(3, weights.Count);
    }

    private static KnownPair Pair(string product, string partner, AffinityKind kind, double score) =>
        new(product, partner, kind)
        {
            Together = 20, Baskets = 30, PartnerBaskets = 40, AllBaskets = 400, Score = score, WindowDays = 30,
        };

    private static RecommendQuestion Question(params KnownPair[] pairs) =>
        new() { Today = Today, Basket = ["a"], Pairs = pairs };

    private static IReadOnlyList<Recommended> Best(RecommendQuestion question, params string[] products) =>
        Shortlist.Of(question).Choose(Facts([.. products, "a"]), 5).GoesWith;

    private static Dictionary<string, ProductFacts> Facts(params string[] products) => products.ToDictionary(
        product => product,
        product => new ProductFacts(product, product) { IsSellable = true, IsOnPriceList = true });
}
