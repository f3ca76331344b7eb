using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Cuts a whole number into whole shares that add up to it exactly, in proportion to weights (largest remainder).
/// Equal remainders go to the earlier position, so the same input always gives the same shares.
/// </summary>
public static class Apportion
{
    /// <param name="total">Zero or more.</param>
    /// <param name="weights">A weight below zero takes no share. With no weight above zero the first takes
    /// everything.</param>
    public static IReadOnlyList<long> Whole(long total, IReadOnlyList<decimal> weights)
    {
        Require.That(total >= 0, "a total of zero or more");
        Require.That(weights.Count > 0, "at least one weight");

        var shares = new long[weights.Count];
        decimal sum = weights.Where(weight => weight > 0).Sum();
        if (sum <= 0)
        {
            shares[0] = total;
            return shares;
        }

        var remainders = new decimal[weights.Count];
        for (int at = 0; at < shares.Length; at++)
        {
            decimal exact = total * (Math.Max(weights[at], 0m) / sum);
            shares[at] = (long)decimal.Floor(exact);
            remainders[at] = exact - shares[at];
        }

        long left = total - shares.Sum();
        foreach (int at in Enumerable.Range(0, shares.Length).OrderByDescending(at => remainders[at]).Take((int)left))
            shares[at]++;
        return shares;
    }

    /// <summary>The same for money, in units of a ten-thousandth.</summary>
    public static IReadOnlyList<decimal> Money(decimal total, IReadOnlyList<decimal> weights) =>
        Whole((long)(BaseAmount.Round(total) * 10_000m), weights).Select(units => units / 10_000m).ToArray();
}
