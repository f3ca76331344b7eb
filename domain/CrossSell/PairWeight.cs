using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What a basket adds to each of its pairs, 1/(m - 1), in whole units of 2^-40 of a basket: whole numbers add up and
/// cancel out exactly, in any order, and eight million baskets of one pair still fit.
/// </summary>
public static class PairWeight
{
    private const double UnitsOfOne = 1L << 40;

    /// <param name="size">Products of the basket, at least 2.</param>
    public static long UnitsOf(int size) => (long)Math.Round(UnitsOfOne / (size - 1));

    public static double Of(long units) => units / UnitsOfOne;
}
