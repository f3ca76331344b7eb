using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What the counts say about two products, apart from any ranking: whether a sentence with numbers may be shown.
/// </summary>
public sealed class PairEvidence
{
    /// <summary>Chance alone exceeds it in one of a thousand pairs (chi-squared, one degree of freedom).</summary>
    public const double SmallestG2 = 10.83;

    public const int FewestTogether = 5;

    /// <param name="together">Baskets with both.</param>
    /// <param name="ofOne">Baskets with the one that is known.</param>
    /// <param name="ofOther">Baskets with the one that is suggested.</param>
    /// <param name="all">Baskets counted.</param>
    public PairEvidence(int together, int ofOne, int ofOther, int all)
    {
        Require.That(together <= Math.Min(ofOne, ofOther) && Math.Max(ofOne, ofOther) <= all, "counts of one set");
        Together = together;
        Baskets = ofOne;
        double expected = all == 0 ? 0 : (double)ofOne * ofOther / all;
        Lift = expected > 0 ? together / expected : 0;
        G2 = 2 * (Term(together, ofOne, ofOther, all)
            + Term(ofOne - together, ofOne, all - ofOther, all)
            + Term(ofOther - together, all - ofOne, ofOther, all)
            + Term(all - ofOne - (ofOther - together), all - ofOne, all - ofOther, all));
    }

    public int Together { get; }

    /// <summary>With the known product, the other one or not.</summary>
    public int Baskets { get; }

    /// <summary>Times as often together as if they were bought independently of each other.</summary>
    public double Lift { get; }

    /// <summary>Log-likelihood ratio of "together by more or less than chance".</summary>
    public double G2 { get; }

    /// <summary>Whether the numbers may be told: enough, more than expected, and not by chance.</summary>
    public bool MayBeTold => Together >= FewestTogether && Lift > 1 && G2 > SmallestG2;

    private static double Term(int seen, int row, int column, int all) =>
        seen <= 0 ? 0 : seen * Math.Log((double)seen * all / ((double)row * column));
}
