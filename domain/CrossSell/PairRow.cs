using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The partners of one product that are kept, and how often it met each.</summary>
internal sealed class PairRow
{
    public PairRow(int length)
    {
        Partners = new int[length];
        Counts = new PairCount[length];
    }

    public int[] Partners { get; }

    public PairCount[] Counts { get; }

    public int Length => Partners.Length;

    public void Set(int at, int partner, PairCount count)
    {
        Partners[at] = partner;
        Counts[at] = count;
    }

    /// <summary>The best, best first: by score, then by baskets, then by product; scores are of this row.</summary>
    public PairRow Best(int most, double[] scores, ProductTotals totals)
    {
        var places = new int[Length];
        for (int i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(places, (one, other) =>
        {
            if (scores[one] != scores[other]) return scores[other].CompareTo(scores[one]);
            int byBaskets = totals.Baskets(Partners[other]).CompareTo(totals.Baskets(Partners[one]));
            return byBaskets != 0 ? byBaskets : Partners[one].CompareTo(Partners[other]);
        });
        PairRow best = new(Math.Min(most, Length));
        for (int i = 0; i < best.Length; i++) best.Set(i, Partners[places[i]], Counts[places[i]]);
        return best;
    }
}
