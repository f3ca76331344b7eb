using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The scores of <see cref="Affinity"/> over a <see cref="PairTable"/>: all products at once, for files and tests.
/// </summary>
public sealed class PairModel
{
    private readonly double[] damping;

    public PairModel(PairTable pairs)
    {
        Pairs = pairs;
        damping = new double[pairs.Totals.Products];
        for (int i = 0; i < damping.Length; i++) damping[i] = PairFormula.Damping(pairs.Totals.Share(i));
    }

    public PairTable Pairs { get; }

    /// <summary>Writes the score of every product for a basket with these; those of the basket get one too.</summary>
    /// <param name="weights">How much each product of the basket says; 1 each where there are none.</param>
    public void Score(IReadOnlyList<int> basket, double[] scores, IReadOnlyList<double>? weights = null)
    {
        Array.Clear(scores, 0, scores.Length);
        double drawn = 0;
        for (int at = 0; at < basket.Count; at++)
        {
            int known = basket[at];
            double factor = (weights is null ? 1 : weights[at]) / (Pairs.Totals.Baskets(known) + PairFormula.Kappa);
            drawn += PairFormula.Kappa * factor;
            PairRow row = Pairs.Row(known);
            for (int i = 0; i < row.Length; i++) scores[row.Partners[i]] += row.Counts[i].Weight * factor;
        }

        for (int i = 0; i < scores.Length; i++) scores[i] = (scores[i] + drawn * Pairs.Totals.Share(i)) * damping[i];
    }
}
