using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>The few functions that .NET lacks; accurate to about 1e-14 relative for positive arguments.</summary>
internal static class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private const double StirlingFrom = 15;

    // B(2n) / (2n (2n - 1)): Abramowitz and Stegun 6.1.40.
    private static readonly double[] Stirling =
        [1d / 12, -1d / 360, 1d / 1260, -1d / 1680, 1d / 1188, -691d / 360360, 1d / 156];

    /// <summary>ln Gamma(x) for x above 0: Stirling's series, reached by the recurrence where x is small.</summary>
    public static double LogGamma(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x), x, "Positive.");
        if (x is 1 or 2) return 0;
        double product = 1;
        while (x < StirlingFrom) product *= x++;

        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = 0;
        for (int term = Stirling.Length - 1; term >= 0; term--) series = series * square + Stirling[term];
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + series * inverse - Math.Log(product);
    }

    public static double LogBeta(double x, double y) => LogGamma(x) + LogGamma(y) - LogGamma(x + y);

    /// <summary>e^x - 1 without cancellation near 0 (Kahan's correction).</summary>
    public static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        if (power == 1) return x;
        double difference = power - 1;
        if (difference == -1) return -1;
        return Math.Abs(x) < 1 ? difference * x / Math.Log(power) : difference;
    }

    /// <summary>ln(1 + x) for x above -1 without cancellation near 0 (Kahan's correction).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
