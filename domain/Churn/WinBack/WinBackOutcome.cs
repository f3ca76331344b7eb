using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// A treated group against an untreated one: what the treatment changed, and not merely what came afterwards.
/// </summary>
public sealed record WinBackOutcome
{
    public const int FewestOfEach = 30;

    /// <summary>Share reactivated, treated minus untreated.</summary>
    public double Difference { get; private init; }

    /// <summary>Its 95 % interval (Newcombe 1998, method 10: from Wilson's intervals of both shares).</summary>
    public Interval DifferenceRange { get; private init; } = new(-1, 1);

    /// <summary>Net value a customer, treated minus untreated; base currency.</summary>
    public double RevenueDifference { get; private init; }

    /// <summary>Its 95 % interval (Welch, with the normal quantile).</summary>
    public Interval RevenueRange { get; private init; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public WinBackVerdict Verdict { get; private init; }

    public static WinBackOutcome Of(WinBackTally treated, WinBackTally untreated)
    {
        Interval range = ShareDifference(treated, untreated);
        bool enough = treated.Customers >= FewestOfEach && untreated.Customers >= FewestOfEach;
        double revenue = MeanOf(treated) - MeanOf(untreated);
        double error = Interval.Quantile * Math.Sqrt(ErrorOf(treated) + ErrorOf(untreated));
        return new WinBackOutcome
        {
            Difference = treated.Rate - untreated.Rate,
            DifferenceRange = range,
            RevenueDifference = revenue,
            RevenueRange = new Interval(revenue - error, revenue + error),
            Verdict = !enough ? WinBackVerdict.TooFew
                : range.Low > 0 ? WinBackVerdict.Works
                : range.High < 0 ? WinBackVerdict.Harms : WinBackVerdict.NotShown,
        };
    }

    private static Interval ShareDifference(WinBackTally one, WinBackTally other)
    {
        double p = one.Rate, q = other.Rate;
        Interval ofOne = Interval.OfShare(one.Reactivated, one.Customers);
        Interval ofOther = Interval.OfShare(other.Reactivated, other.Customers);
        return new Interval(
            p - q - Root(p - ofOne.Low, ofOther.High - q),
            p - q + Root(ofOne.High - p, q - ofOther.Low));
    }

    private static double Root(double one, double other) => Math.Sqrt((one * one) + (other * other));

    private static double MeanOf(WinBackTally tally) =>
        tally.Customers == 0 ? 0 : (double)tally.Revenue / tally.Customers;

    private static double ErrorOf(WinBackTally tally)
    {
        if (tally.Customers < 2) return double.PositiveInfinity;
        double n = tally.Customers, mean = MeanOf(tally);
        double variance = Math.Max(0, ((double)tally.SquaredRevenue - (n * mean * mean)) / (n - 1));
        return variance / n;
    }
}
