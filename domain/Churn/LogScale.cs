using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>The range that the bins of a histogram share out, in equal steps of the logarithm.</summary>
public sealed record LogScale
{
    /// <summary>Days, 1 to 4,096.</summary>
    public static readonly LogScale Days = new(1, 4096);

    /// <summary>Numbers of orders, 1 to 1,024; the edges are shifted so that small whole numbers have bins of their
    /// own.</summary>
    public static readonly LogScale Orders = new(0.95, 1024);

    /// <summary>Base currency, 0.25 to about 67 million: a bin is 35 % wide.</summary>
    public static readonly LogScale Money = new(0.25, 67_108_864);

    private readonly double logLowest;
    private readonly double logWidth;

    private LogScale(double lowest, double highest)
    {
        Lowest = lowest;
        Highest = highest;
        logLowest = Math.Log(lowest);
        logWidth = (Math.Log(highest) - logLowest) / LogHistogram.Bins;
    }

    public double Lowest { get; }

    public double Highest { get; }

    public int BinOf(double value) => !(value > Lowest)
        ? 0
        : (int)Math.Min(LogHistogram.Bins - 1, (Math.Log(value) - logLowest) / logWidth);

    /// <summary>Lower edge of a bin; of the bin after the last the upper end.</summary>
    public double EdgeOf(int bin) => Math.Exp(logLowest + (bin * logWidth));
}
