using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>A ranker and the baseline of popularity on the same cases, and whether the ranker may speak.</summary>
public sealed class RankingComparison
{
    private int better;
    private int worse;

    public RankingTally Ranker { get; } = new();

    public RankingTally Popularity { get; } = new();

    /// <summary>Of the hit rates, ranker less popularity.</summary>
    public double Difference => Ranker.Cases == 0 ? 0 : (double)(better - worse) / Ranker.Cases;

    /// <summary>Of that difference; both saw the same cases, so only cases in which one hit alone count.</summary>
    public double StandardError
    {
        get
        {
            int cases = Ranker.Cases;
            if (cases == 0) return 0;
            double variance = (double)(better + worse) / cases - Difference * Difference;
            return Math.Sqrt(Math.Max(0, variance) / cases);
        }
    }

    public RankingVerdict Verdict
    {
        get
        {
            if (Ranker.Cases < RankingGate.FewestCases) return RankingVerdict.TooFewCases;
            return Difference > RankingGate.StandardErrors * StandardError
                ? RankingVerdict.Passed
                : RankingVerdict.NoBetterThanPopularity;
        }
    }

    internal void AddCase(bool rankerHit, bool popularityHit)
    {
        if (rankerHit && !popularityHit) better++;
        if (popularityHit && !rankerHit) worse++;
    }
}
