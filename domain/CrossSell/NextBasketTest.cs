using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Customers with at least three baskets: the last one is to be foretold from those before it. Asked for new products
/// only, what the customer had before is neither a candidate nor right: that is cross-selling in the strict sense.
/// </summary>
public static class NextBasketTest
{
    private const int FewestBaskets = 3;

    /// <returns>Per customer who is tested, the baskets ascending; the last one is the truth.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Customers(BasketTable table)
    {
        List<IReadOnlyList<int>> tested = [];
        foreach (IReadOnlyList<int> baskets in table.BasketsByCustomer())
        {
            if (baskets.Count >= FewestBaskets) tested.Add(baskets);
        }

        return tested;
    }

    /// <summary>All baskets of the tested customers but each one's last: what a model may learn from.</summary>
    public static IReadOnlyList<int> Training(BasketTable table)
    {
        List<int> training = [];
        foreach (IReadOnlyList<int> baskets in Customers(table))
        {
            for (int i = 0; i < baskets.Count - 1; i++) training.Add(baskets[i]);
        }

        training.Sort();
        return training;
    }

    /// <param name="model">Fitted on <see cref="Training"/>; null tests popularity itself.</param>
    public static RankingComparison Run(BasketTable table, PairModel? model, bool onlyNew)
    {
        int[] popularity = table.Popularity(Training(table));
        Ranking ranked = new(popularity), popular = new(popularity);
        NextBasketScores? scores = model is null ? null : new NextBasketScores(table, model);
        RankingComparison comparison = new();
        foreach (IReadOnlyList<int> baskets in Customers(table))
        {
            HashSet<int> owned = [];
            for (int i = 0; i < baskets.Count - 1; i++) owned.UnionWith(table[baskets[i]]);
            HashSet<int> truth = [.. table[baskets[baskets.Count - 1]]];
            if (onlyNew) truth.ExceptWith(owned);
            if (truth.Count == 0) continue;

            scores?.Write(baskets, onlyNew, ranked.Scores);
            bool hit = comparison.Ranker.AddList(Best(ranked, owned, onlyNew), truth);
            comparison.AddCase(hit, comparison.Popularity.AddList(Best(popular, owned, onlyNew), truth));
        }

        return comparison;
    }

    private static IReadOnlyList<int> Best(Ranking ranking, HashSet<int> owned, bool onlyNew)
    {
        if (onlyNew) ranking.Exclude(owned);
        IReadOnlyList<int> best = ranking.Best(RankingTally.Places);
        ranking.Admit(owned);
        return best;
    }
}
