using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Scores by a model run that passed the gate.</summary>
internal sealed class ModelScoring : IScoring
{
    private const double DaysPerWeek = 7;

    private readonly ModelRun run;
    private readonly PurchaseModel model;
    private readonly RiskModel risk;
    private readonly RiskThresholds thresholds;
    private readonly RhythmSettings rhythm;

    public ModelScoring(ModelRun run, ChurnSettings settings)
    {
        Require.That(run.Model is not null, "a fitted model");
        this.run = run;
        model = run.Model!;
        risk = new RiskModel(model, run.HeedsRegularity);
        thresholds = settings.Thresholds;
        rhythm = settings.Rhythm;
    }

    public ScoreSource Source => ScoreSource.Model;

    public double LogOddsOf(CustomerStatistics customer, Day day, double shift) =>
        LogOdds.Of(Probability(customer, day)) + shift;

    public double? ProbabilityOf(CustomerStatistics customer, Day day, double shift) =>
        LogOdds.Shifted(Probability(customer, day), shift);

    public RiskDates DatesOf(CustomerStatistics customer, double shift, RiskLevel before) =>
        rhythm.Bound(RiskDates.Of(risk, customer, thresholds.Standing(before), shift), customer);

    public OrderOutlook OutlookOf(CustomerStatistics customer, Day day, int days)
    {
        ObservedOrders orders = customer.ObservedUntil(day);
        double weeks = days / DaysPerWeek;
        double rate = (model.Parameters.R + orders.RepeatOrders) / (model.Parameters.Alpha + orders.Age);
        return new OrderOutlook
        {
            Source = Source,
            Days = days,
            ExpectedOrders = model.ExpectedOrders(orders, weeks) * KeptShare(customer, day),
            OrdersAtPastRate = rate * weeks,
            ActualByExpected = run.ActualByExpected,
        };
    }

    // The own regularity takes from the expected orders what it takes from the chance of one.
    private double KeptShare(CustomerStatistics customer, Day day)
    {
        double plain = model.ProbabilityOfOrder(customer.ObservedUntil(day), thresholds.HorizonDays / DaysPerWeek);
        return plain > 0 ? Probability(customer, day) / plain : 1;
    }

    private double Probability(CustomerStatistics customer, Day day) =>
        risk.ProbabilityOfOrder(customer, day, thresholds.HorizonDays / DaysPerWeek);
}
