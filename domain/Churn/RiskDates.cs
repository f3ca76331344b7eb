using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The days on which a customer who orders nothing more crosses the thresholds. Solved once, at the order: afterwards a
/// flag is a comparison of dates, right on every day without any job.
/// </summary>
public sealed record RiskDates
{
    /// <summary>Nothing is said beyond: parameters will have been fitted anew by then.</summary>
    public const int FurthestDays = 3660;

    private const double DaysPerWeek = 7;

    /// <summary>First day of medium risk; null if not within ten years of the last order.</summary>
    public DateTime? MediumOn { get; private init; }

    public DateTime? HighOn { get; private init; }

    public DateTime? ChurnedOn { get; private init; }

    /// <param name="model">k = 1: only there the probability falls every day.</param>
    /// <param name="history">Up to the order that has just been placed.</param>
    /// <param name="thresholds">In order.</param>
    public static RiskDates Of(PurchaseModel model, PurchaseHistory history, RiskThresholds thresholds)
    {
        Require.That(model.Regularity == 1, "a model whose probability falls while nothing is ordered");
        Require.That(thresholds.AreInOrder, "thresholds in falling order");
        return new RiskDates
        {
            MediumOn = FirstDayBelow(model, history, thresholds.HorizonDays, thresholds.Medium),
            HighOn = FirstDayBelow(model, history, thresholds.HorizonDays, thresholds.High),
            ChurnedOn = FirstDayBelow(model, history, thresholds.HorizonDays, thresholds.Churned),
        };
    }

    private static DateTime? FirstDayBelow(
        PurchaseModel model, PurchaseHistory history, int horizonDays, double threshold)
    {
        double On(int day) => model.ProbabilityOfOrder(
            history.ObservedUntil(history.LastDay.AddDays(day)), horizonDays / DaysPerWeek);

        int above = -1, below = FurthestDays;
        if (On(below) >= threshold) return null;
        while (below - above > 1)
        {
            int middle = above + ((below - above) / 2);
            if (On(middle) >= threshold) above = middle;
            else below = middle;
        }

        return history.LastDay.AddDays(below);
    }
}
