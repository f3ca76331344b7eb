using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

public sealed class RankingTests
{
    [Fact]
    public void Ties_go_to_the_more_popular_and_then_to_the_first()
    {
        Ranking ranking = new([3, 0, 5, 3, 9]);
        ranking.Scores[3] = 1;
        ranking.Exclude([4]);

        Assert.Equal([3, 2, 0], ranking.Best(5));
        Assert.Equal([1, 2, 3], new[] { 3, 2, 0 }.Select(ranking.PlaceOf));
    }

    [Fact]
    public void Ndcg_and_recall_count_as_published()
    {
        RankingTally tally = new();
        tally.AddList([7, 1, 8, 2], new System.Collections.Generic.HashSet<int> { 1, 2, 3 });

        double most = 1 + 1 / Math.Log(3, 2) + 1 / Math.Log(4, 2);
        Assert.Equal(1, tally.HitRate);
        Assert.Equal(2.0 / 3, tally.Recall, 12);
        Assert.Equal((1 / Math.Log(3, 2) + 1 / Math.Log(5, 2)) / most, tally.Ndcg, 12);
        tally.AddPlace(11);
        Assert.Equal(0.5, tally.HitRate);
    }

    [Fact]
    public void The_hidden_product_follows_from_the_number_of_the_case()
    {
        // 20 to learn from, then cases 0, 1 and 2: hidden are places 0, 31 mod 2 = 1 and 62 mod 3 = 2.
        string[] training = [.. Enumerable.Repeat("a b c d", 20)];
        BasketTable table = Orders.Of([.. training, "a b", "c", "c d", "x", "b c d"]);
        BasketSplit split = BasketSplit.LastFifth(table.All());

        RankingComparison comparison = CompletionTest.Run(table, split, null, CompletionQuery.Rest);

        Assert.Equal(20, split.Training.Count);
        Assert.Equal(3, comparison.Ranker.Cases);
        // Popularity is even, ties go by number. Case 0 hides a among a, c, d: first. Case 1 hides d among a, b, d:
        // third. Case 2 hides d among a, d: second.
        Assert.Equal((1 + 1 / Math.Log(4, 2) + 1 / Math.Log(3, 2)) / 3, comparison.Popularity.Ndcg, 12);
    }

    [Fact]
    [Trait("Rule", "X18")]
    public void Pairs_that_find_no_more_than_bestsellers_may_not_speak()
    {
        Random random = new(1);
        BasketTable noise = Orders.Of([.. Enumerable.Range(0, 600).Select(_ => string.Join(" ",
            Enumerable.Range(0, 3).Select(_ => $"P{random.Next(40):00}")))]);
        BasketTable planted = Orders.Of([.. Enumerable.Range(0, 600).Select(_ =>
        {
            int pair = random.Next(20);
            return $"P{pair:00} Q{pair:00}";
        })]);

        Assert.Equal(RankingVerdict.NoBetterThanPopularity, Verdict(noise));
        Assert.Equal(RankingVerdict.Passed, Verdict(planted));
        Assert.Equal(RankingVerdict.TooFewCases, Verdict(Orders.Of("a b", "a b", "a b", "a b", "a b")));
    }

    private static RankingVerdict Verdict(BasketTable table)
    {
        BasketSplit split = BasketSplit.LastFifth(table.All());
        PairModel model = new(PairCounting.Count(table, split.Training, PairOptions.Default));
        return CompletionTest.Run(table, split, model, CompletionQuery.Rest).Verdict;
    }
}
