using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>An order of all candidates: by score, then by popularity, then by number.</summary>
public sealed class Ranking
{
    private readonly int[] popularity;
    private readonly bool[] excluded;

    /// <param name="popularity">Products of which no basket is known (0) are no candidates.</param>
    public Ranking(int[] popularity)
    {
        this.popularity = popularity;
        Scores = new double[popularity.Length];
        excluded = new bool[popularity.Length];
    }

    /// <summary>To be written by a model; all 0 ranks by popularity.</summary>
    public double[] Scores { get; }

    public void Exclude(IEnumerable<int> products)
    {
        foreach (int product in products) excluded[product] = true;
    }

    public void Admit(IEnumerable<int> products)
    {
        foreach (int product in products) excluded[product] = false;
    }

    /// <returns>The place of a candidate, 1 for the best.</returns>
    public int PlaceOf(int product)
    {
        int place = 1;
        for (int other = 0; other < Scores.Length; other++)
        {
            if (IsCandidate(other) && other != product && IsBefore(other, product)) place++;
        }

        return place;
    }

    /// <returns>The best candidates, best first, at most <paramref name="top"/>.</returns>
    public IReadOnlyList<int> Best(int top)
    {
        List<int> best = [];
        for (int product = 0; product < Scores.Length; product++)
        {
            if (!IsCandidate(product)) continue;
            int at = best.Count;
            while (at > 0 && IsBefore(product, best[at - 1])) at--;
            if (at >= top) continue;
            best.Insert(at, product);
            if (best.Count > top) best.RemoveAt(top);
        }

        return best;
    }

    private bool IsCandidate(int product) => popularity[product] > 0 && !excluded[product];

    private bool IsBefore(int one, int other)
    {
        if (Scores[one] != Scores[other]) return Scores[one] > Scores[other];
        return popularity[one] != popularity[other] ? popularity[one] > popularity[other] : one < other;
    }
}
