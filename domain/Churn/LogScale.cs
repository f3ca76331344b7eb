using System;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>The range that the bins of a histogram share out, in equal steps of the logarithm.</summary>
public sealed class LogScale
{
    /// <summary>Days, 1 to 4,096.</summary>
    public static readonly LogScale Days = new(1, 4096);

    /// <summary>Numbers of orders, 1 to 1,024; the edges are shifted so that small whole numbers have bins of their
    /// own.</summary>
    public static readonly LogScale Orders = new(0.95, 1024);

    /// <summary>Base currency, 0.25 to about 67 million: a bin is 35 % wide.</summary>
    public static readonly LogScale Money = new(0.25, 67_108_864);

    private const int Decimals = 6;

    private readonly double[] edges;

    private LogScale(double lowest, double highest)
    {
        Lowest = lowest;
        Highest = highest;
        double step = Math.Log(highest / lowest) / LogHistogram.Bins;
        edges = Enumerable.Range(0, LogHistogram.Bins + 1)
            .Select(bin => Math.Round(lowest * Math.Exp(bin * step), Decimals)).ToArray();
    }

    public double Lowest { get; }

    public double Highest { get; }

    /// <summary>The last bin that does not begin above the value. Edges are rounded, so a value on an edge falls into
    /// the same bin on every machine.</summary>
    public int BinOf(double value)
    {
        int found = Array.BinarySearch(edges, value);
        int bin = found >= 0 ? found : ~found - 1;
        return Math.Max(0, Math.Min(LogHistogram.Bins - 1, bin));
    }

    /// <summary>Lower edge of a bin; of the bin after the last the upper end.</summary>
    public double EdgeOf(int bin) => edges[bin];
}
