using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>After how many days products are usually bought again: the median gap of all customers.</summary>
public sealed class RepurchaseIntervals
{
    /// <summary>Fewer gaps do not make a product one that is bought again.</summary>
    public const int FewestGaps = 5;

    private readonly double?[] medians;

    private RepurchaseIntervals(double?[] medians) => this.medians = medians;

    public static RepurchaseIntervals Of(BasketTable table)
    {
        var gaps = new List<int>[table.Products.Count];
        foreach (IReadOnlyList<int> baskets in table.BasketsByCustomer())
        {
            Dictionary<int, PurchaseRhythm> rhythms = [];
            for (int place = 0; place < baskets.Count; place++)
            {
                foreach (int product in table[baskets[place]]) Note(table, baskets[place], product, rhythms, gaps);
            }
        }

        var medians = new double?[gaps.Length];
        for (int product = 0; product < gaps.Length; product++)
        {
            if (gaps[product] is { Count: >= FewestGaps } known) medians[product] = Median(known);
        }

        return new RepurchaseIntervals(medians);
    }

    /// <summary>Days; null where too few customers bought it again.</summary>
    public double? Median(int product) => medians[product];

    private static void Note(
        BasketTable table, int basket, int product, Dictionary<int, PurchaseRhythm> rhythms, List<int>[] gaps)
    {
        PurchaseRhythm now = PurchaseRhythm.First(table.DateOf(basket), basket);
        if (rhythms.TryGetValue(product, out PurchaseRhythm before))
        {
            int gap = (now.Last - before.Last).Days;
            if (gap > 0) (gaps[product] ??= []).Add(gap);
        }

        rhythms[product] = now;
    }

    private static double Median(List<int> gaps)
    {
        gaps.Sort();
        int middle = gaps.Count / 2;
        return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
    }
}
