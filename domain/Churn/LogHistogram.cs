using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// How a measure is spread over customers: 64 bins of equal width in logarithms. Slices add up, in any order, to the
/// whole; what lies outside counts for the outermost bin.
/// </summary>
public sealed class LogHistogram
{
    public const int Bins = 64;

    private readonly long[] counts;

    public LogHistogram(LogScale scale)
        : this(scale, new long[Bins])
    {
    }

    /// <param name="counts">One for each bin, as <see cref="Counts"/> gave them.</param>
    public LogHistogram(LogScale scale, IReadOnlyList<long> counts)
    {
        Require.That(counts.Count == Bins && counts.All(count => count >= 0), "a count for each bin");
        Scale = scale;
        this.counts = counts.ToArray();
    }

    public LogScale Scale { get; }

    public IReadOnlyList<long> Counts => counts;

    public long Total => counts.Sum();

    /// <summary>Nothing and what is below it falls into the first bin.</summary>
    public void Add(double value) => counts[Scale.BinOf(value)]++;

    public void Add(LogHistogram other)
    {
        Require.That(other.Scale == Scale, "histograms of one measure");
        for (int bin = 0; bin < Bins; bin++) counts[bin] += other.counts[bin];
    }

    /// <summary>The value below which half of the customers lie, interpolated inside its bin; null without
    /// any.</summary>
    public double? Median
    {
        get
        {
            double half = Total / 2.0, below = 0;
            if (half == 0) return null;
            for (int bin = 0; ; below += counts[bin++])
            {
                if (below + counts[bin] < half) continue;
                double share = (half - below) / counts[bin];
                return Scale.EdgeOf(bin) * Math.Pow(Scale.EdgeOf(bin + 1) / Scale.EdgeOf(bin), share);
            }
        }
    }
}
