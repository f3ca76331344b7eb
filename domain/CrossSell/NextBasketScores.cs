using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What a customer may buy next: new products by their pairs with what was bought before, the latest baskets first;
/// where old ones count too, each by how often and how recently it was bought, with the pairs as a lesser voice.
/// </summary>
internal sealed class NextBasketScores
{
    private const double WeightOfPairs = 0.3;

    private readonly BasketTable table;
    private readonly PairModel model;

    public NextBasketScores(BasketTable table, PairModel model)
    {
        this.table = table;
        this.model = model;
    }

    /// <param name="baskets">Of one customer; the last one is not looked at.</param>
    public void Write(IReadOnlyList<int> baskets, bool onlyNew, double[] scores)
    {
        IReadOnlyList<int> history = [.. baskets.Take(baskets.Count - 1)];
        IReadOnlyDictionary<int, PurchaseRhythm> rhythms = BuyAgain.Rhythms(table, history);
        HistoryQuery query = HistoryQuery.Of(table, history);
        model.Score(query.Products, scores, query.Weights);
        if (onlyNew) return;

        double largest = scores.Max();
        for (int i = 0; i < scores.Length; i++) scores[i] *= largest > 0 ? WeightOfPairs / largest : 0;
        foreach (KeyValuePair<int, PurchaseRhythm> bought in rhythms)
            scores[bought.Key] += bought.Value.WeightAt(history.Count - 1);
    }
}
