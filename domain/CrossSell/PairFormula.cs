using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The formula of the pair model, in one place for counts of any shape; docs/models/crosssell.md.</summary>
public static class PairFormula
{
    /// <summary>Baskets that the overall share of a candidate weighs against those of a known product.</summary>
    public const double Kappa = 20;

    private const double Exponent = 0.35;
    private const double SmallestShare = 1e-6;

    /// <summary>That a random other line of a basket with the known product is the candidate.</summary>
    /// <param name="weight">Of the pair; 0 where it does not speak.</param>
    /// <param name="baskets">With the known product.</param>
    /// <param name="share">Of the candidate, see <see cref="Damping"/>.</param>
    public static double Chance(double weight, int baskets, double share) =>
        (weight + Kappa * share) / (baskets + Kappa);

    /// <summary>Factor that keeps bestsellers from standing first everywhere.</summary>
    /// <param name="share">Baskets in which the candidate had company, over the sum of these of all products.</param>
    public static double Damping(double share) => 1 / Math.Pow(share + SmallestShare, Exponent);
}
