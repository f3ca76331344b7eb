using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Scores by a model run that passed the gate.</summary>
internal sealed class ModelScoring : IScoring
{
    private const double DaysPerWeek = 7;

    private readonly ModelRun run;
    private readonly PurchaseModel model;
    private readonly RiskThresholds thresholds;

    public ModelScoring(ModelRun run, RiskThresholds thresholds)
    {
        Require.That(run.Model is not null, "a fitted model");
        this.run = run;
        model = run.Model!;
        this.thresholds = thresholds;
    }

    public ScoreSource Source => ScoreSource.Model;

    public double LogOddsOf(CustomerStatistics customer, Day day, double shift) =>
        LogOdds.Of(Probability(customer, day)) + shift;

    public double? ProbabilityOf(CustomerStatistics customer, Day day, double shift) =>
        LogOdds.Shifted(Probability(customer, day), shift);

    public RiskDates DatesOf(CustomerStatistics customer, double shift, RiskLevel before) =>
        RiskDates.Of(model, customer, thresholds.Standing(before), shift);

    public OrderOutlook OutlookOf(CustomerStatistics customer, Day day, int days)
    {
        ObservedOrders orders = customer.ObservedUntil(day);
        double weeks = days / DaysPerWeek;
        double rate = (model.Parameters.R + orders.RepeatOrders) / (model.Parameters.Alpha + orders.Age);
        return new OrderOutlook
        {
            Source = Source,
            Days = days,
            ExpectedOrders = model.ExpectedOrders(orders, weeks),
            OrdersAtPastRate = rate * weeks,
            ActualByExpected = run.ActualByExpected,
        };
    }

    private double Probability(CustomerStatistics customer, Day day) =>
        model.ProbabilityOfOrder(customer.ObservedUntil(day), thresholds.HorizonDays / DaysPerWeek);
}
