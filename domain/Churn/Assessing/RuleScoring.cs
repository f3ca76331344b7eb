using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Scores by silence as a multiple of the own rhythm. A signal shortens the rhythm that is waited for, by the root of
/// the factor by which it would divide the odds.
/// </summary>
internal sealed class RuleScoring : IScoring
{
    private readonly RuleSettings rule;
    private readonly double hysteresis;
    private readonly double typicalGapDays;
    private readonly double retention;

    public RuleScoring(ChurnSettings settings, double typicalGapDays)
    {
        Require.That(settings.Rule.AreInOrder, "factors in rising order");
        rule = settings.Rule;
        hysteresis = settings.Thresholds.Hysteresis;
        retention = settings.Value.RuleRetention;
        this.typicalGapDays = typicalGapDays;
    }

    public ScoreSource Source => ScoreSource.Rule;

    public double LogOddsOf(CustomerStatistics customer, Day day, double shift) =>
        (shift / 2) - Math.Log(Math.Max(1, customer.SilentDays(day)) / RhythmOf(customer));

    public double? ProbabilityOf(CustomerStatistics customer, Day day, double shift) => null;

    public RiskDates DatesOf(CustomerStatistics customer, double shift, RiskLevel before)
    {
        double rhythm = RhythmOf(customer) * Math.Exp(shift / 2);
        Day On(double factor) => customer.LastDay.AddDays(
            (int)Math.Min(RiskDates.FurthestDays, Math.Ceiling(factor * rhythm)));
        return new RiskDates
        {
            MediumOn = On(rule.Medium * (before >= RiskLevel.Medium ? 1 - hysteresis : 1)),
            HighOn = On(rule.High * (before >= RiskLevel.High ? 1 - hysteresis : 1)),
            ChurnedOn = On(rule.Churned),
        };
    }

    public OrderOutlook OutlookOf(CustomerStatistics customer, Day day, int days)
    {
        double orders = days / RhythmOf(customer);
        return new OrderOutlook
        {
            Source = Source,
            Days = days,
            OrdersAtPastRate = orders,
            ExpectedOrders = orders * retention,
        };
    }

    private double RhythmOf(CustomerStatistics customer) => Math.Max(
        rule.ShortestRhythmDays, (customer.GapDays + typicalGapDays) / (customer.Gaps + 1));
}
