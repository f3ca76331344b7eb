namespace CrmExtensions.Domain.Churn;

/// <summary>What computes a score: a fitted model, or the rule that stands in for it.</summary>
internal interface IScoring
{
    ScoreSource Source { get; }

    /// <summary>
    /// How much speaks for an order, in log-odds; under a rule only differences mean something.
    /// </summary>
    double LogOddsOf(CustomerStatistics customer, Day day, double shift);

    /// <summary>Null under a rule.</summary>
    double? ProbabilityOf(CustomerStatistics customer, Day day, double shift);

    /// <param name="before">The level that stands, for hysteresis.</param>
    RiskDates DatesOf(CustomerStatistics customer, double shift, RiskLevel before);

    /// <summary>What is expected in the coming days.</summary>
    OrderOutlook OutlookOf(CustomerStatistics customer, Day day, int days);
}
