using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Orders of a customer who is active now: their number, were nobody to leave, is negative binomial, and each one needs
/// that the customer stayed after all before it.
/// </summary>
internal static class OrderCounts
{
    private const double Negligible = 1e-16;

    /// <param name="shape">Of the negative binomial, above 0.</param>
    /// <param name="success">Its probability, from 0 to below 1; the mean is shape x success / (1 - success).</param>
    /// <param name="a">Leaving after an order has the chance Beta(a, b).</param>
    /// <param name="b">Above 0; what the history says of staying is part of it.</param>
    public static double Expected(double shape, double success, double a, double b)
    {
        if (success <= 0) return 0;
        double mean = shape * success / (1 - success);
        double logWeight = shape * Log1Minus(success);
        double logSuccess = Math.Log(success);
        double sum = 0, stayed = 0, chance = 1;
        for (long orders = 0; ; orders++)
        {
            if (orders > 0)
            {
                stayed += chance;
                chance *= (b + orders - 1) / (a + b + orders - 1);
            }

            double part = Math.Exp(logWeight) * stayed;
            sum += part;
            if (orders > mean && orders > 1 && part <= Negligible * sum) return sum;
            logWeight += Math.Log((shape + orders) / (orders + 1)) + logSuccess;
        }
    }

    private static double Log1Minus(double x) =>
        x < 0.5 ? -SpecialFunctions.LogOnePlus(x / (1 - x)) : Math.Log(1 - x);
}
