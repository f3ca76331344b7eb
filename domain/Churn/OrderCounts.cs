using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Orders of a customer who is active now: their number, were nobody to leave, is negative binomial, and each one needs
/// that the customer stayed after all before it.
/// </summary>
internal static class OrderCounts
{
    private const double Negligible = 1e-16;
    private const double LowestLog = -600;

    /// <param name="shape">Of the negative binomial, above 0.</param>
    /// <param name="success">Its probability, from 0 to below 1; the mean is shape x success / (1 - success).</param>
    /// <param name="a">Leaving after an order has the chance Beta(a, b).</param>
    /// <param name="b">Above 0; what the history says of staying is part of it.</param>
    public static double Expected(double shape, double success, double a, double b)
    {
        if (success <= 0) return 0;
        double logWeight = shape * Log1Minus(success);
        return logWeight > LowestLog
            ? Sum(shape, success, new Leaving(a, b), Math.Exp(logWeight))
            : SumOfLogs(shape, success, new Leaving(a, b), logWeight);
    }

    private static double Sum(double shape, double success, Leaving leaving, double weight)
    {
        double mean = shape * success / (1 - success);
        double sum = 0;
        for (long orders = 0; ; orders++)
        {
            if (orders > 0) leaving.Order(orders);
            double part = weight * leaving.Stayed;
            sum += part;
            if (orders > mean && orders > 1 && part <= Negligible * sum) return sum;
            weight *= (shape + orders) / (orders + 1) * success;
        }
    }

    // Hundreds of orders are expected: the chance of none is too small for a number, its logarithm is not.
    private static double SumOfLogs(double shape, double success, Leaving leaving, double logWeight)
    {
        double mean = shape * success / (1 - success);
        double logSuccess = Math.Log(success);
        double sum = 0;
        for (long orders = 0; ; orders++)
        {
            if (orders > 0) leaving.Order(orders);
            double part = Math.Exp(logWeight) * leaving.Stayed;
            sum += part;
            if (orders > mean && orders > 1 && part <= Negligible * sum) return sum;
            logWeight += Math.Log((shape + orders) / (orders + 1)) + logSuccess;
        }
    }

    private static double Log1Minus(double x) =>
        x < 0.5 ? -SpecialFunctions.LogOnePlus(x / (1 - x)) : Math.Log(1 - x);

    /// <summary>How many of the orders so far came, given that leaving is possible after each.</summary>
    private struct Leaving
    {
        private readonly double _a;
        private readonly double _b;
        private double _chance;

        public Leaving(double a, double b)
        {
            _a = a;
            _b = b;
            _chance = 1;
            Stayed = 0;
        }

        public double Stayed { get; private set; }

        public void Order(long number)
        {
            Stayed += _chance;
            _chance *= (_b + number - 1) / (_a + _b + number - 1);
        }
    }
}
