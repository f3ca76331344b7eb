using System;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class RiskDatesTests
{
    private static readonly PurchaseModel Model =
        new(PurchaseModelKind.Mbg, 1, new PurchaseParameters(0.52, 6.18, 0.89, 1.61));

    private static readonly RiskThresholds Thresholds = new() { HorizonDays = 90 };

    [Fact]
    public void Each_date_is_the_first_day_below_its_threshold()
    {
        CustomerStatistics history = EveryDays(30, orders: 8);
        RiskDates dates = RiskDates.Of(new RiskModel(Model), history, Thresholds);

        Crosses(dates.MediumOn, Thresholds.Medium);
        Crosses(dates.HighOn, Thresholds.High);
        Crosses(dates.ChurnedOn, Thresholds.Churned);
        Assert.True(dates.MediumOn < dates.HighOn && dates.HighOn < dates.ChurnedOn);

        void Crosses(Day? day, double threshold)
        {
            Assert.True(Probability(history, day!.Value) < threshold);
            Assert.True(Probability(history, day.Value.AddDays(-1)) >= threshold);
        }
    }

    [Fact]
    [Trait("Rule", "C01")]
    public void After_75_days_who_orders_every_30_is_at_risk_and_who_orders_every_180_is_not_by_own_rhythm()
    {
        RiskThresholds halfAYear = new() { HorizonDays = 180 };
        CustomerStatistics often = EveryDays(30, orders: 12);
        CustomerStatistics seldom = EveryDays(180, orders: 12);

        int daysOften = Days(RiskDates.Of(new RiskModel(Model), often, halfAYear).MediumOn, often);
        int daysSeldom = Days(RiskDates.Of(new RiskModel(Model), seldom, halfAYear).MediumOn, seldom);

        Assert.True(daysOften < daysSeldom, $"{daysOften} days against {daysSeldom}");
    }

    [Fact]
    public void Who_is_below_a_threshold_at_the_very_order_crosses_on_that_day()
    {
        CustomerStatistics seldom = EveryDays(700, orders: 2);

        RiskDates dates = RiskDates.Of(new RiskModel(Model), seldom, new RiskThresholds { HorizonDays = 7 });

        Assert.Equal(seldom.LastDay, dates.MediumOn);
    }

    [Fact]
    public void A_model_with_memory_has_no_risk_dates() => Assert.Throws<InvalidOperationException>(() =>
        new RiskModel(new PurchaseModel(PurchaseModelKind.Mbg, 2, Model.Parameters)));

    private static int Days(Day? day, CustomerStatistics history) => day!.Value.DaysSince(history.LastDay);

    private static double Probability(CustomerStatistics history, Day day) =>
        Model.ProbabilityOfOrder(history.ObservedUntil(day), Thresholds.HorizonDays / 7.0);

    private static CustomerStatistics EveryDays(int days, int orders)
    {
        CustomerStatistics history = CustomerStatistics.StartingWith(new Day(2020, 1, 1), 100);
        for (int order = 1; order < orders; order++) history = history.Then(history.LastDay.AddDays(days), 100);
        return history;
    }
}
