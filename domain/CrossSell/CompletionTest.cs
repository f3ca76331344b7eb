using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Hides one product of every test basket that has at least two known ones, and looks at which place a ranker puts it.
/// Which one is hidden follows from the number of the case alone, so that every program hides the same one.
/// </summary>
public static class CompletionTest
{
    private const int Step = 31;

    /// <param name="model">Fitted on the training baskets of the split; null tests popularity itself.</param>
    public static RankingComparison Run(BasketTable table, BasketSplit split, PairModel? model, CompletionQuery query)
    {
        int[] popularity = table.Popularity(split.Training);
        Ranking ranked = new(popularity), popular = new(popularity);
        RankingComparison comparison = new();
        List<int> known = [];
        foreach (int basket in split.Test)
        {
            known.Clear();
            foreach (int product in table[basket])
            {
                if (popularity[product] > 0) known.Add(product);
            }

            if (known.Count < 2) continue;
            int at = (int)((long)Step * comparison.Ranker.Cases % known.Count);
            int hidden = known[at];
            int[] shown = query == CompletionQuery.One ? [known[(at + 1) % known.Count]] : Without(known, at);
            model?.Score(shown, ranked.Scores);
            bool hit = comparison.Ranker.AddPlace(PlaceAmong(ranked, shown, hidden));
            comparison.AddCase(hit, comparison.Popularity.AddPlace(PlaceAmong(popular, shown, hidden)));
        }

        return comparison;
    }

    private static int PlaceAmong(Ranking ranking, int[] shown, int hidden)
    {
        ranking.Exclude(shown);
        int place = ranking.PlaceOf(hidden);
        ranking.Admit(shown);
        return place;
    }

    private static int[] Without(List<int> known, int hidden)
    {
        var rest = new int[known.Count - 1];
        for (int i = 0; i < rest.Length; i++) rest[i] = known[i < hidden ? i : i + 1];
        return rest;
    }
}
