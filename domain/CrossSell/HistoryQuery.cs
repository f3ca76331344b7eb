using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What a customer bought, as a question to the pairs: each purchase says half as much as one a basket later. Half was
/// the best of 1, 0.9, 0.7, 0.5 and 0 on the baskets before the last of the two larger shops at hand.
/// </summary>
public sealed class HistoryQuery
{
    private const double Decay = 0.5;

    private HistoryQuery(IReadOnlyList<int> products, IReadOnlyList<double> weights)
    {
        Products = products;
        Weights = weights;
    }

    public IReadOnlyList<int> Products { get; }

    public IReadOnlyList<double> Weights { get; }

    /// <param name="baskets">Of one customer, ascending.</param>
    public static HistoryQuery Of(BasketTable table, IReadOnlyList<int> baskets)
    {
        SortedDictionary<int, double> weights = [];
        double weight = 1;
        for (int i = baskets.Count - 1; i >= 0; i--)
        {
            foreach (int product in table[baskets[i]])
                weights[product] = (weights.TryGetValue(product, out double known) ? known : 0) + weight;
            weight *= Decay;
        }

        return new HistoryQuery([.. weights.Keys], [.. weights.Values]);
    }

    /// <summary>A basket: each product says as much as the others.</summary>
    public static HistoryQuery OfBasket(IReadOnlyCollection<int> products)
    {
        List<double> weights = [];
        for (int i = 0; i < products.Count; i++) weights.Add(1);
        return new HistoryQuery([.. products], weights);
    }
}
