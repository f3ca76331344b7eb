using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Which products the pairs are asked about and how loudly: those of the document alike, without one the customer's
/// own, each half as loud as what was bought a day of purchase later.
/// </summary>
public static class RecommendationQuery
{
    /// <summary>Products further back are hardly audible.</summary>
    public const int MostProducts = 100;

    private const double Decay = 0.5;

    public static IReadOnlyDictionary<string, double> Weights(
        IReadOnlyCollection<string> basket, IEnumerable<OwnedProduct> owned)
    {
        Dictionary<string, double> weights = [];
        foreach (string product in basket.Take(MostProducts)) weights[product] = 1;
        if (weights.Count > 0) return weights;

        double weight = 1;
        IEnumerable<IGrouping<Day, OwnedProduct>> days = owned
            .Where(product => product.IsOwned && !product.IsOfSubsidiary)
            .GroupBy(product => product.LastOn).OrderByDescending(day => day.Key);
        foreach (IGrouping<Day, OwnedProduct> day in days)
        {
            foreach (OwnedProduct product in day)
            {
                if (weights.Count < MostProducts) weights[product.Product] = weight;
            }

            weight *= Decay;
        }

        return weights;
    }
}
