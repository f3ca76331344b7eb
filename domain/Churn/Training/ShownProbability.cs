using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What may be said of a probability: the range in which customers with a similar one ordered in the back-test, and how
/// many they were. The range is the 95 % interval of their share (Wilson 1927), widened to hold the probability.
/// </summary>
public sealed record ShownProbability
{
    /// <summary>Fewer customers in the back-test tell nothing about a tenth of the range.</summary>
    public const int Fewest = 30;

    /// <summary>0 to 1.</summary>
    public double Low { get; private init; }

    public double High { get; private init; }

    /// <summary>Customers of the back-test with a similar probability, at least <see cref="Fewest"/>.</summary>
    public int Customers { get; private init; }

    public ShownBound Bound { get; private init; }

    /// <summary>Null if no tenth of the range holds enough customers.</summary>
    public static ShownProbability? Of(double probability, IReadOnlyList<CalibrationBin> bins)
    {
        CalibrationBin[] covered = bins.Where(bin => bin.Customers >= Fewest).OrderBy(bin => bin.From).ToArray();
        if (covered.Length == 0) return null;
        double width = 1.0 / bins.Count;
        double from = covered[0].From, to = covered[covered.Length - 1].From + width;
        double inside = Math.Max(from, Math.Min(to, probability));
        CalibrationBin nearest = covered
            .OrderBy(bin => Math.Max(0, Math.Max(bin.From - inside, inside - bin.From - width)))
            .ThenByDescending(bin => bin.Customers)
            .First();
        Interval share = Interval.OfShare(nearest.Ordered * nearest.Customers, nearest.Customers);
        return new ShownProbability
        {
            Low = Math.Min(share.Low, inside),
            High = Math.Max(share.High, inside),
            Customers = nearest.Customers,
            Bound = probability < from ? ShownBound.AtMost : probability > to ? ShownBound.AtLeast : ShownBound.Within,
        };
    }
}
