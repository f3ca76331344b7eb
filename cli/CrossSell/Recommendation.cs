using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>
/// Both lists for a customer or a basket. The gate is asked first, on the last fifth of the baskets; what is shown is
/// counted from all of them. Today is the day of the last order.
/// </summary>
internal sealed class Recommendation(BasketTable table, int top)
{
    /// <param name="customer">Null where only the basket is known.</param>
    public RecommendFigures For(string? customer, IReadOnlyList<string> basket)
    {
        IReadOnlyList<int> own = OwnBaskets(customer);
        List<string> unknown = [];
        SortedSet<int> query = [];
        foreach (string id in basket)
        {
            if (table.TryFindProduct(id, out int product)) query.Add(product);
            else unknown.Add(id);
        }

        IReadOnlyDictionary<int, PurchaseRhythm> rhythms = BuyAgain.Rhythms(table, own);
        HashSet<int> known = [.. rhythms.Keys, .. query];
        HistoryQuery asked = basket.Count == 0 ? HistoryQuery.Of(table, own) : HistoryQuery.OfBasket(query);

        RankingComparison gate = Backtest();
        bool mayLearn = gate.Verdict == RankingVerdict.Passed;
        PairModel model = Model(table.All());
        GoesWith goesWith = new(model, table.Popularity(table.All()), mayLearn);
        IReadOnlyList<Suggestion> again = BuyAgain.Due(
            rhythms, RepurchaseIntervals.Of(table), own.Count - 1, table.DateOf(table.Count - 1), top + query.Count);
        return new RecommendFigures
        {
            Customer = customer,
            Basket = basket,
            UnknownProducts = unknown,
            Gate = RankingGateFigures.Of(gate, hasModel: true),
            GoesWith = [.. goesWith.Best(asked, known, top).Select(Figures)],
            BuyAgain = [.. again.Where(due => !query.Contains(due.Product)).Take(top)
                .Select(Figures)],
        };
    }

    private IReadOnlyList<int> OwnBaskets(string? customer)
    {
        if (customer is null) return [];
        if (table.TryFindCustomer(customer, out int number)) return table.BasketsByCustomer()[number];
        throw new CommandException($"No purchase of the file is customer {customer}'s; give the id as in the column "
            + "customerid, or --basket.");
    }

    private RankingComparison Backtest()
    {
        BasketSplit split = BasketSplit.LastFifth(table.All());
        return CompletionTest.Run(table, split, Model(split.Training), CompletionQuery.Rest);
    }

    private PairModel Model(IReadOnlyList<int> baskets) =>
        new(PairCounting.Count(table, baskets, new PairOptions { Partners = 20 }));

    private SuggestionFigures Figures(Suggestion suggestion) => SuggestionFigures.Of(suggestion, table);
}
