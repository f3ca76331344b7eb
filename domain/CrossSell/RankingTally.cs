using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Figures of many rankings at ten places; sums of a pair (model, baseline) tell their difference.</summary>
public sealed class RankingTally
{
    public const int Places = 10;

    private double hits;
    private double gains;
    private double recalls;

    public int Cases { get; private set; }

    /// <summary>Share of cases with a right product among the ten; 0 without a case, as the others.</summary>
    public double HitRate => Mean(hits);

    /// <summary>1/log2(place + 1) of every right one, over the most that was possible.</summary>
    public double Ndcg => Mean(gains);

    /// <summary>Right ones among the ten over all right ones.</summary>
    public double Recall => Mean(recalls);

    /// <returns>Whether it was a hit.</returns>
    public bool AddPlace(int place)
    {
        bool hit = place <= Places;
        Cases++;
        if (!hit) return false;
        hits++;
        recalls++;
        gains += Gain(place);
        return true;
    }

    /// <param name="best">The first ten of a ranking.</param>
    /// <param name="truth">Not empty.</param>
    /// <returns>Whether it was a hit.</returns>
    public bool AddList(IReadOnlyList<int> best, ISet<int> truth)
    {
        double gain = 0, most = 0;
        int right = 0;
        for (int i = 0; i < Places; i++)
        {
            if (i < truth.Count) most += Gain(i + 1);
            if (i >= best.Count || !truth.Contains(best[i])) continue;
            right++;
            gain += Gain(i + 1);
        }

        Cases++;
        if (right > 0) hits++;
        recalls += (double)right / truth.Count;
        gains += gain / most;
        return right > 0;
    }

    private static double Gain(int place) => Math.Log(2) / Math.Log(place + 1);

    private double Mean(double sum) => Cases == 0 ? 0 : sum / Cases;
}
