using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Simulation;

namespace CrmExtensions.Simulation.Tests;

/// <summary>What the simulator says it planted is really in the orders, for more than one seed and window.</summary>
public sealed class PlantedStructureTests
{
    private static readonly SampleOptions Midsummer =
        new() { Seed = 20, Until = new DateTime(2024, 6, 18, 0, 0, 0, DateTimeKind.Utc) };

    public static TheoryData<int> Businesses => [0, 1, 2];

    [Theory, MemberData(nameof(Businesses))]
    public void Two_years_hold_about_four_thousand_orders_of_four_hundred_customers(int which)
    {
        SampleBusiness business = Run(which);

        Assert.Equal(400, business.Customers.Count);
        Assert.InRange(business.Book.Orders.Count, 3_800, 4_300);
        Assert.InRange(business.Book.Orders.Count(order => order.IsCancelled), 70, 170);
        Assert.All(business.Book.Orders, order =>
            Assert.InRange(order.OrderedOn, business.Options.From, business.Options.Until.AddTicks(-1)));
        Assert.Equal(business.Book.Orders.OrderBy(order => order.OrderedOn), business.Book.Orders);
    }

    [Theory, MemberData(nameof(Businesses))]
    public void Every_segment_has_its_share(int which)
    {
        SampleBusiness business = Run(which);

        Assert.Equal(
            [(Segment.Loyal, 130), (Segment.Fading, 70), (Segment.OneTime, 120), (Segment.Seasonal, 80)],
            business.Customers.CountBy(customer => customer.Planted.Segment).OrderBy(pair => pair.Key)
                .Select(pair => (pair.Key, pair.Value)));
        Assert.InRange(business.Customers.Count(customer => customer.IsCompany), 120, 200);
        Assert.InRange(business.Customers.Count(customer => customer.Country == "DE"), 200, 280);
        Assert.Equal(400, business.Customers.Select(customer => customer.Name).Distinct().Count());
    }

    [Theory, MemberData(nameof(Businesses))]
    public void Loyal_customers_keep_their_rhythm_to_the_end(int which)
    {
        SampleBusiness business = Run(which);

        Assert.All(Of(business, Segment.Loyal), customer =>
        {
            int rhythm = customer.Planted.RhythmDays;
            double[] gaps = [.. Gaps(business, customer)];
            Assert.True(gaps.Length >= 5, $"{customer.Id} has {gaps.Length} gaps");
            Assert.All(gaps, gap => Assert.InRange(gap, rhythm * 0.8 - 1.5, rhythm * 1.2 + 1.5));
            Assert.InRange(gaps.Average(), rhythm * 0.9 - 1, rhythm * 1.1 + 1);
            Assert.True(Silence(business, customer) <= rhythm * 1.2 + 1.5, $"{customer.Id} fell silent");
        });
    }

    [Theory, MemberData(nameof(Businesses))]
    public void Fading_customers_slow_down_after_their_turn_and_fall_silent(int which)
    {
        SampleBusiness business = Run(which);

        Assert.All(Of(business, Segment.Fading), customer =>
        {
            int rhythm = customer.Planted.RhythmDays;
            DateTime[] dates = [.. Dates(business, customer)];
            double[] before = [.. dates.Zip(dates.Skip(1))
                .Where(pair => pair.Second < customer.Planted.TurnedOn).Select(Days)];
            double[] after = [.. dates.Zip(dates.Skip(1))
                .Where(pair => pair.First >= customer.Planted.TurnedOn).Select(Days)];

            Assert.True(before.Length >= 5, $"{customer.Id} has {before.Length} gaps before the turn");
            Assert.All(before, gap => Assert.InRange(gap, rhythm * 0.8 - 1.5, rhythm * 1.2 + 1.5));
            Assert.All(after, gap => Assert.True(gap > rhythm * 1.3, $"{customer.Id}: {gap} days after the turn"));
            Assert.True(Silence(business, customer) >= Math.Max(75, 3 * rhythm) - 1, $"{customer.Id} still orders");
        });
    }

    [Theory, MemberData(nameof(Businesses))]
    public void One_time_customers_order_exactly_once(int which)
    {
        SampleBusiness business = Run(which);

        Assert.All(Of(business, Segment.OneTime), customer => Assert.Single(Dates(business, customer)));
    }

    [Theory, MemberData(nameof(Businesses))]
    public void Seasonal_customers_order_in_their_two_months_of_both_years_only(int which)
    {
        SampleBusiness business = Run(which);

        Assert.All(Of(business, Segment.Seasonal), customer =>
        {
            int month = customer.Planted.SeasonMonth;
            DateTime[] dates = [.. Dates(business, customer)];
            Assert.All(dates, date => Assert.InRange(date.Month, month, month + 1));
            Assert.Equal(2, dates.Select(date => date.Year).Distinct().Count());
            Assert.All(dates.CountBy(date => date.Year), year => Assert.InRange(year.Value, 2, 4));
        });
        Assert.True(Of(business, Segment.Seasonal).Select(customer => customer.Planted.SeasonMonth).Distinct()
            .Count() >= 3);
    }

    [Theory, MemberData(nameof(Businesses))]
    public void Planted_pairs_are_bought_together_far_more_often_than_others(int which)
    {
        SampleBusiness business = Run(which);
        PairLifts lifts = new([.. business.Book.Orders.Where(order => !order.IsCancelled)]);

        double weakestPlanted = business.Catalog.Pairs.Min(pair => lifts.Of(pair.First, pair.Second));
        double strongestOther = lifts.All(support: 10)
            .Where(found => !business.Catalog.Pairs.Any(pair => found.IsOf(pair.First, pair.Second)))
            .Max(found => found.Lift);

        Assert.True(weakestPlanted > 4, $"weakest planted lift {weakestPlanted:0.0}");
        Assert.True(weakestPlanted > strongestOther, $"{weakestPlanted:0.0} planted, {strongestOther:0.0} by chance");
        Assert.All(business.Catalog.Pairs, pair => Assert.True(lifts.Together(pair.First, pair.Second) >= 25));
    }

    [Theory, MemberData(nameof(Businesses))]
    public void An_order_cancelled_by_mistake_is_followed_by_the_same_order(int which)
    {
        SampleBusiness business = Run(which);
        ILookup<string, Order> byCustomer = business.Book.Orders.ToLookup(order => order.CustomerId);

        Assert.All(business.Book.Orders.Where(order => order.IsCancelled), cancelled =>
            Assert.Contains(byCustomer[cancelled.CustomerId], order => !order.IsCancelled
                && order.OrderedOn == cancelled.OrderedOn.AddHours(1) && order.Amount == cancelled.Amount));
    }

    private static SampleBusiness Run(int which) => SampleSimulator.Run(which switch
    {
        0 => new SampleOptions(),
        1 => new SampleOptions { Seed = -7 },
        _ => Midsummer,
    });

    private static IEnumerable<SampleCustomer> Of(SampleBusiness business, Segment segment) =>
        business.Customers.Where(customer => customer.Planted.Segment == segment);

    private static IEnumerable<DateTime> Dates(SampleBusiness business, SampleCustomer customer) =>
        business.Book.Orders
            .Where(order => order.CustomerId == customer.Id && !order.IsCancelled).Select(order => order.OrderedOn);

    private static IEnumerable<double> Gaps(SampleBusiness business, SampleCustomer customer)
    {
        DateTime[] dates = [.. Dates(business, customer)];
        return dates.Zip(dates.Skip(1)).Select(Days);
    }

    private static double Days((DateTime First, DateTime Second) pair) => (pair.Second - pair.First).TotalDays;

    private static double Silence(SampleBusiness business, SampleCustomer customer) =>
        (business.Options.Until - Dates(business, customer).Last()).TotalDays;
}
