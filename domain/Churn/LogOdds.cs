using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Logarithms of odds: where shifts of probabilities add up.</summary>
internal static class LogOdds
{
    private const double Smallest = 1e-12;

    public static double Of(double probability)
    {
        double inside = Math.Max(Smallest, Math.Min(1 - Smallest, probability));
        return Math.Log(inside / (1 - inside));
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double Shifted(double probability, double logOdds) =>
        logOdds == 0 ? probability : Probability(Of(probability) + logOdds);
}
