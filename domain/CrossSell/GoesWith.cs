using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The list "goes with it": what is new to the customer and fits a basket. What is known of nobody's pairs is filled up
/// with top sellers, and says so; a model that does not beat top sellers is not asked at all.
/// </summary>
public sealed class GoesWith
{
    private readonly PairModel model;
    private readonly Ranking ranking;
    private readonly int[] popularity;
    private readonly bool mayLearn;

    /// <param name="popularity">Baskets of every product.</param>
    /// <param name="mayLearn">The gate's verdict: false shows top sellers only.</param>
    public GoesWith(PairModel model, int[] popularity, bool mayLearn)
    {
        this.model = model;
        this.popularity = popularity;
        this.mayLearn = mayLearn;
        ranking = new Ranking(popularity);
    }

    /// <param name="query">The basket, or where there is none everything that the customer bought.</param>
    /// <param name="known">Never suggested, the query included: owned already, or on the order.</param>
    public IReadOnlyList<Suggestion> Best(HistoryQuery query, ICollection<int> known, int top)
    {
        if (mayLearn) model.Score(query.Products, ranking.Scores, query.Weights);
        ranking.Exclude(known);
        ranking.Exclude(query.Products);
        List<Suggestion> learned = [], sellers = [];
        foreach (int product in ranking.Best(top))
        {
            Suggestion suggestion = Explain(product, query);
            (suggestion.Source == SuggestionSource.Learned ? learned : sellers).Add(suggestion);
        }

        ranking.Admit(known);
        ranking.Admit(query.Products);
        learned.AddRange(sellers.OrderByDescending(seller => popularity[seller.Product]));
        return learned;
    }

    private Suggestion Explain(int product, HistoryQuery query)
    {
        int strongest = -1;
        double most = 0;
        for (int i = 0; i < query.Products.Count; i++)
        {
            int known = query.Products[i];
            if (!mayLearn || !model.Pairs.TryFind(known, product, out PairCount count)) continue;
            double chance =
                query.Weights[i] * PairFormula.Chance(count.Weight, model.Pairs.Totals.Baskets(known), 0);
            if (chance <= most) continue;
            most = chance;
            strongest = known;
        }

        double score = ranking.Scores[product];
        if (strongest < 0)
        {
            return new Suggestion(product, score, SuggestionSource.TopSeller, ReasonCode.TopSeller)
            {
                Together = popularity[product],
                Baskets = model.Pairs.Totals.BasketsOfAll,
            };
        }

        PairEvidence evidence = StrongestPairs.Evidence(model.Pairs, strongest, product);
        Suggestion fits = new(product, score, SuggestionSource.Learned, ReasonCode.FitsWith) { With = strongest };
        return !evidence.MayBeTold ? fits : fits with
        {
            Reason = ReasonCode.BoughtTogether,
            Together = evidence.Together,
            Baskets = evidence.Baskets,
            Lift = evidence.Lift,
        };
    }
}
