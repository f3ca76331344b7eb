using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What is believed of any business before its customers are counted, worth about four of them:
/// ln r ~ N(0, 1.5), ln alpha ~ N(ln(median T / 2 + 1), 2), ln(a / b) ~ N(-1, 1.5), ln(a + b) ~ N(1, 1).
/// </summary>
internal sealed class WeakPrior
{
    private const double Weight = 4;

    private readonly double _expectedLogAlpha;

    public WeakPrior(double medianAge) => _expectedLogAlpha = Math.Log((medianAge / 2) + 1);

    /// <summary>A sensible first guess: r, alpha, a and b.</summary>
    public double[] Start => new[] { 0, _expectedLogAlpha, Math.Log(0.6), Math.Log(2) };

    /// <param name="logs">Logarithms of r, alpha, a and b.</param>
    /// <returns>The weighted log-density, up to a constant.</returns>
    public double LogDensity(double[] logs)
    {
        double logSum = Math.Log(Math.Exp(logs[2]) + Math.Exp(logs[3]));
        return Weight * (Normal(logs[0], 0, 1.5) + Normal(logs[1], _expectedLogAlpha, 2)
            + Normal(logs[2] - logs[3], -1, 1.5) + Normal(logSum, 1, 1));
    }

    public static double MedianAge(IReadOnlyList<PurchaseCell> cells)
    {
        long half = (cells.Sum(cell => cell.Customers) + 1) / 2;
        long seen = 0;
        foreach (PurchaseCell cell in cells.OrderBy(cell => cell.Orders.Age))
        {
            seen += cell.Customers;
            if (seen >= half) return cell.Orders.Age;
        }

        return 0;
    }

    private static double Normal(double value, double mean, double deviation)
    {
        double distance = (value - mean) / deviation;
        return -0.5 * distance * distance;
    }
}
