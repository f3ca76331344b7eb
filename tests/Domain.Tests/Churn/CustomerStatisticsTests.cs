using System;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class CustomerStatisticsTests
{
    private static readonly Day Monday = new(2026, 3, 2);

    [Fact]
    public void Orders_of_one_day_are_one_transaction_with_their_values_added()
    {
        CustomerStatistics history = CustomerStatistics.StartingWith(Monday, 10m).Then(Monday, 5m);

        Assert.Equal(1, history.OrderDays);
        Assert.Equal(0, history.RepeatOrders);
        Assert.Equal(15m, history.Value);
    }

    [Fact]
    public void Recency_and_age_are_counted_in_weeks_from_the_first_order()
    {
        CustomerStatistics history = CustomerStatistics.StartingWith(Monday, 1m).Then(Monday.AddDays(7), 1m)
            .Then(Monday.AddDays(21), 1m);

        ObservedOrders observed = history.ObservedUntil(Monday.AddDays(35));

        Assert.Equal(2, observed.RepeatOrders);
        Assert.Equal(3, observed.Recency);
        Assert.Equal(5, observed.Age);
        Assert.Equal(Math.Log(2), (double)history.LogGaps, 9);
    }

    [Fact]
    public void An_order_from_the_past_is_refused_because_it_would_count_wrongly() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerStatistics.StartingWith(Monday, 1m)
            .Then(Monday.AddDays(-1), 1m));
}
