using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The pairs that stand out most, by their log-likelihood ratio; only those that may be told.</summary>
public static class StrongestPairs
{
    /// <returns>Best first, at most <paramref name="top"/>; ties by number.</returns>
    public static IReadOnlyList<StrongPair> Of(PairTable pairs, int top)
    {
        List<StrongPair> found = [];
        for (int one = 0; one < pairs.Totals.Products; one++)
        {
            foreach (int other in pairs.PartnersOf(one))
            {
                if (other < one && pairs.TryFind(other, one, out _)) continue;
                PairEvidence evidence = Evidence(pairs, one, other);
                if (evidence.MayBeTold) found.Add(new StrongPair(one, other, evidence));
            }
        }

        return [.. found.OrderByDescending(pair => pair.Evidence.G2).ThenBy(pair => pair.One)
            .ThenBy(pair => pair.Other).Take(top)];
    }

    /// <summary>Of a pair that stands in the row of <paramref name="known"/>; without it, of no meeting.</summary>
    public static PairEvidence Evidence(PairTable pairs, int known, int candidate)
    {
        pairs.TryFind(known, candidate, out PairCount count);
        ProductTotals totals = pairs.Totals;
        return new PairEvidence(
            count.Together, totals.Baskets(known), totals.Baskets(candidate), totals.BasketsOfAll);
    }
}
