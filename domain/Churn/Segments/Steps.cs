using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Four rising limits that cut a measure into five grades: a value on a limit has the higher grade.
/// </summary>
public sealed class Steps
{
    public const int Grades = 5;

    /// <summary>A limit that nobody reaches, or from below zero everybody.</summary>
    public const double Unreachable = 1e15;

    /// <param name="limits">Four, none below the one before.</param>
    public Steps(params double[] limits)
    {
        if (limits.Length != Grades - 1 || limits.Zip(limits.Skip(1), (low, high) => low > high).Any(falls => falls))
            throw new ArgumentException("Four limits, none below the one before.", nameof(limits));
        Limits = limits;
    }

    public IReadOnlyList<double> Limits { get; }

    /// <summary>
    /// Quintiles with a rule for ties: customers of one bin share one grade, that of the middle of their ranks. So
    /// equal customers are never told apart, and a single customer stands in the middle.
    /// </summary>
    public static Steps Quintiles(LogHistogram histogram)
    {
        var limits = new double[Grades - 1];
        for (int at = 0; at < limits.Length; at++) limits[at] = Unreachable;
        double below = 0, total = histogram.Total;
        int reached = 1;
        for (int bin = 0; bin < LogHistogram.Bins; bin++)
        {
            long here = histogram.Counts[bin];
            if (here == 0) continue;
            int grade = Math.Max(1, (int)Math.Ceiling(Grades * (below + (here / 2.0)) / total));
            for (; reached < grade; reached++)
                limits[reached - 1] = bin == 0 ? -Unreachable : histogram.Scale.EdgeOf(bin);
            below += here;
        }

        return new Steps(limits);
    }

    /// <summary>1 to 5, rising with the value.</summary>
    public int GradeOf(double value) => 1 + Limits.Count(limit => limit <= value);

    public override string ToString() => "[" + string.Join(",", Limits.Select(JsonCursor.Text)) + "]";

    internal static Steps? Read(JsonCursor json)
    {
        var limits = new double[Grades - 1];
        json.Expect("[");
        for (int at = 0; at < limits.Length; at++)
        {
            json.Separate(at == 0, ",");
            limits[at] = json.Double();
        }

        json.Expect("]");
        bool rise = limits.Zip(limits.Skip(1), (low, high) => low <= high).All(inOrder => inOrder);
        return json.IsBroken || !rise ? null : new Steps(limits);
    }
}
