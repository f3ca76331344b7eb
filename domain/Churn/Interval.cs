using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>A range in which the true value lies in 95 of 100 cases.</summary>
public sealed record Interval(double Low, double High)
{
    /// <summary>Of the normal distribution, two-sided 95 %.</summary>
    public const double Quantile = 1.959963984540054;

    /// <summary>
    /// Wilson's score interval of a share; from 0 to 1 where nothing was seen.
    /// </summary>
    /// <param name="hits">0 to <paramref name="of"/>.</param>
    /// <param name="of">0 or more.</param>
    public static Interval OfShare(double hits, double of)
    {
        if (of <= 0) return new Interval(0, 1);
        double share = hits / of, square = Quantile * Quantile;
        double centre = share + (square / (2 * of));
        double spread = Quantile * Math.Sqrt((share * (1 - share) / of) + (square / (4 * of * of)));
        double scale = 1 + (square / of);
        return new Interval(Math.Max(0, (centre - spread) / scale), Math.Min(1, (centre + spread) / scale));
    }
}
