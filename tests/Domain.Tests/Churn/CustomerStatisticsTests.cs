using System;
using System.Linq;
using CrmExtensions.Domain.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class CustomerStatisticsTests
{
    private static readonly Day Monday = new(2026, 3, 2);
    private static readonly Arbitrary<CustomerStatistics> Histories = AnyCustomer.Histories().ToArbitrary();

    [Fact]
    public void Orders_of_one_day_are_one_transaction_with_their_values_added()
    {
        CustomerStatistics customer = CustomerStatistics.StartingWith(Monday, 10m).Then(Monday, 5m);

        Assert.Equal(1, customer.OrderDays);
        Assert.Equal(0, customer.RepeatOrders);
        Assert.Equal(15m, customer.Value);
        Assert.Equal(225m, customer.SquaredValue);
        Assert.Equal(15m, customer.FirstValue);
    }

    [Fact]
    public void Recency_and_age_are_counted_in_weeks_from_the_first_order()
    {
        CustomerStatistics customer = CustomerStatistics.StartingWith(Monday, 1m).Then(Monday.AddDays(7), 1m)
            .Then(Monday.AddDays(21), 1m);

        ObservedOrders observed = customer.ObservedUntil(Monday.AddDays(35));

        Assert.Equal(2, observed.RepeatOrders);
        Assert.Equal(3, observed.Recency);
        Assert.Equal(5, observed.Age);
        Assert.Equal(Math.Log(2), (double)customer.LogGaps, 1e-9);
        Assert.Equal(10.5, customer.MeanGapDays);
    }

    [Fact]
    public void An_order_from_the_past_is_refused_because_it_would_count_wrongly() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerStatistics.StartingWith(Monday, 1m)
            .Then(Monday.AddDays(-1), 1m));

    [Fact]
    [Trait("Rule", "C07")]
    public void A_return_is_no_purchase_and_takes_its_value_off()
    {
        OrderFact[] facts = [new(Monday.AddDays(40), -30), new(Monday, 100), new(Monday.AddDays(30), 50)];

        CustomerStatistics customer = CustomerStatistics.Of(facts, Monday.AddDays(90));

        Assert.Equal(2, customer.OrderDays);
        Assert.Equal(Monday.AddDays(30), customer.LastDay);
        Assert.Equal(120m, customer.Value);
        Assert.Equal(60m, customer.MeanOrderValue);
    }

    [Fact]
    [Trait("Rule", "C08")]
    public void Without_a_cancelled_order_recency_falls_back_to_the_order_before()
    {
        OrderFact[] facts = [new(Monday, 100), new(Monday.AddDays(30), 50), new(Monday.AddDays(60), 70)];

        CustomerStatistics counted = CustomerStatistics.Of(facts.Take(2), Monday.AddDays(90));

        Assert.Equal(Monday.AddDays(30), counted.LastDay);
        Assert.Equal(50m, counted.LastValue);
        Assert.Equal(CustomerStatistics.StartingWith(Monday, 100).Then(Monday.AddDays(30), 50).ToJson(),
            counted.ToJson());
    }

    [Fact]
    public void Merging_is_the_same_in_every_order_and_grouping() =>
        Prop.ForAll(Histories, Histories, Histories, (a, b, c) =>
        {
            string one = a.Merge(b).Merge(c).ToJson();
            return one == a.Merge(b.Merge(c)).ToJson() && one == c.Merge(a).Merge(b).ToJson()
                && a.Merge(CustomerStatistics.Empty).ToJson() == a.ToJson();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_gives_the_same_statistics_again() =>
        Prop.ForAll(AnyCustomer.Histories().ToArbitrary(), customer =>
            CustomerStatistics.Parse(customer.ToJson())!.ToJson() == customer.ToJson()).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(""), InlineData("{}"), InlineData("{\"v\":1,\"orderdays\":0,\"value\":0,\"months\":[]}")]
    [InlineData("{\"v\":1,\"orderdays\":-1,\"value\":0.0000,\"months\":[[1,2]]}")]
    public void Text_that_statistics_would_not_write_is_refused(string text) =>
        Assert.Null(CustomerStatistics.Parse(text));

    [Fact]
    public void Nobody_has_statistics_as_well() => Assert.Equal(
        "{\"v\":1,\"orderdays\":0,\"value\":0.0000,\"months\":[]}", CustomerStatistics.Empty.ToJson());
}
