using System;
using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class WinBackTests
{
    [Fact]
    [Trait("Rule", "C26")]
    public void A_difference_of_shares_has_the_interval_that_newcombe_published()
    {
        // 56 of 70 against 48 of 80 (Newcombe 1998, table II, example a): 0.2000, 0.0524 to 0.3339 by method 10.
        WinBackOutcome outcome = WinBackOutcome.Of(Tally(70, 56, 10), Tally(80, 48, 10));

        Assert.Equal(0.2, outcome.Difference, 1e-12);
        Assert.Equal(0.0524, outcome.DifferenceRange.Low, 0.00005);
        Assert.Equal(0.3339, outcome.DifferenceRange.High, 0.00005);
        Assert.Equal(WinBackVerdict.Works, outcome.Verdict);
        Assert.Equal(8.0 - 6.0, outcome.RevenueDifference, 1e-9);
        Assert.True(outcome.RevenueRange.Low < 2 && outcome.RevenueRange.High > 2);
    }

    [Fact]
    [Trait("Rule", "C26")]
    public void Few_customers_or_a_difference_by_chance_prove_nothing()
    {
        Assert.Equal(WinBackVerdict.TooFew, WinBackOutcome.Of(Tally(29, 29, 1), Tally(100, 0, 1)).Verdict);
        Assert.Equal(WinBackVerdict.NotShown, WinBackOutcome.Of(Tally(100, 21, 1), Tally(100, 20, 1)).Verdict);
        Assert.Equal(WinBackVerdict.Harms, WinBackOutcome.Of(Tally(100, 5, 1), Tally(100, 40, 1)).Verdict);
    }

    [Fact]
    public void An_offer_is_bounded_by_value_and_by_the_highest_one()
    {
        CustomerValue value = CustomerValue.Of(
            AnyCustomer.Every(30, 10), new OrderOutlook { Days = 365, ExpectedOrders = 1, OrdersAtPastRate = 5.55 },
            null, null);

        Assert.Equal(55m, WinBackOffer.Ceiling(value, new WinBackSettings()));
        Assert.Equal(20m, WinBackOffer.Ceiling(value, new WinBackSettings { MostOffer = 20.9m }));
        Assert.Equal(0m, WinBackOffer.Ceiling(value, new WinBackSettings { OfferShare = 0 }));
    }

    [Fact]
    public void The_untreated_fifth_is_chosen_by_ids_and_differs_between_campaigns()
    {
        Guid first = new("11111111-1111-1111-1111-111111111111"), second = new("22222222-2222-2222-2222-222222222222");
        WinBackSettings settings = new();
        Guid[] customers = [.. Enumerable.Range(0, 5000).Select(at => new Guid(at, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))];

        int untreated = customers.Count(customer => WinBackOffer.IsUntreated(customer, first, settings));
        int twice = customers.Count(customer => WinBackOffer.IsUntreated(customer, first, settings)
            && WinBackOffer.IsUntreated(customer, second, settings));

        Assert.InRange(untreated, 900, 1100);
        Assert.InRange(twice, 140, 260);
    }

    private static WinBackTally Tally(int customers, int reactivated, decimal revenue) =>
        Enumerable.Range(0, customers).Aggregate(
            new WinBackTally(), (sum, at) => sum.With(at < reactivated ? revenue : null));
}
