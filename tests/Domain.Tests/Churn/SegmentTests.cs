using System;
using System.Linq;
using CrmExtensions.Domain.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class SegmentTests
{
    [Fact]
    [Trait("Rule", "C21")]
    public void Equal_customers_share_a_grade_however_many_they_are()
    {
        LogHistogram orders = new(LogScale.Orders);
        for (int customer = 0; customer < 70; customer++) orders.Add(1);
        for (int customer = 0; customer < 20; customer++) orders.Add(2);
        for (int customer = 0; customer < 10; customer++) orders.Add(8);

        Steps quintiles = Steps.Quintiles(orders);

        // Middles of the ranks: 35, 80 and 95 of 100.
        Assert.Equal([2, 4, 5], new[] { 1.0, 2, 8 }.Select(quintiles.GradeOf));
    }

    [Fact]
    [Trait("Rule", "C21")]
    public void A_single_customer_stands_in_the_middle_and_fixed_limits_hold_without_any()
    {
        LogHistogram one = new(LogScale.Days);
        one.Add(17);

        Assert.Equal(3, Steps.Quintiles(one).GradeOf(17));
        RfmMeasures customer = new() { RecencyDays = 30, Frequency = 4, Monetary = 5000 };
        Assert.Equal("445", new RfmThresholds().ScoreOf(customer).Code);
        Assert.Throws<ArgumentException>(() => new Steps(1, 2, 3));
        Assert.Throws<ArgumentException>(() => new Steps(1, 3, 2, 4));
    }

    [Fact]
    [Trait("Rule", "C21")]
    public void Grades_rise_with_the_value_and_slices_add_up() =>
        Prop.ForAll(Gen.Choose(1, 4000).ListOf().ToArbitrary(), values =>
        {
            RfmTally whole = new(), even = new(), odd = new();
            int at = 0;
            foreach (int value in values)
            {
                RfmMeasures customer = new() { RecencyDays = value, Frequency = value % 30, Monetary = value };
                whole.Add(customer);
                (at++ % 2 == 0 ? even : odd).Add(customer);
            }

            odd.Add(even);
            RfmThresholds limits = RfmThresholds.Quintiles(whole);
            int[] grades = [.. values.OrderBy(value => value).Select(value => limits.Monetary.GradeOf(value))];
            return odd.ToJson() == whole.ToJson() && RfmTally.Parse(whole.ToJson())!.ToJson() == whole.ToJson()
                && RfmThresholds.Parse(limits.ToJson())!.ToJson() == limits.ToJson()
                && grades.SequenceEqual(grades.OrderBy(grade => grade));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spread_customers_are_cut_into_fifths()
    {
        LogHistogram spread = new(LogScale.Money);
        for (int customer = 0; customer < 1000; customer++) spread.Add(Math.Pow(2, customer / 50.0));
        Steps quintiles = Steps.Quintiles(spread);

        var sizes = Enumerable.Range(0, 1000).GroupBy(at => quintiles.GradeOf(Math.Pow(2, at / 50.0)));

        Assert.All(sizes, fifth => Assert.InRange(fifth.Count(), 180, 220));
    }

    [Fact]
    [Trait("Rule", "C22")]
    public void Changed_limits_tell_whose_segment_changes_before_and_after()
    {
        RfmMeasures measures = new() { RecencyDays = 100, Frequency = 3, Monetary = 8_000 };
        SegmentThresholds before = new(), after = before with { RevenueA = 8_000 };
        Moves<ValueSegment> moves = new();

        moves.Add("K1", before.SegmentOf(measures, null), after.SegmentOf(measures, null));
        moves.Add("K2", before.SegmentOf(null, null), after.SegmentOf(null, null));

        Move<ValueSegment> moved = Assert.Single(moves.Listed);
        Assert.Equal("K1 BCB ACB", $"{moved.Customer} {moved.Before.Code} {moved.After.Code}");
        Assert.Equal(2, moves.Customers);
        Assert.Equal(1, moves.MovedCustomers);
    }

    [Fact]
    [Trait("Rule", "C12")]
    public void Moved_thresholds_are_previewed_as_counts_and_a_list()
    {
        ChurnSettings now = new(), stricter = new() { Rule = new RuleSettings { Medium = 1.1, High = 1.3 } };
        RiskPreview preview = new(new Assessor(null, now), new Assessor(null, stricter));
        CustomerStatistics customer = AnyCustomer.Every(60, 8);

        preview.Add("K1", AnyCustomer.Facts(customer), customer.LastDay.AddDays(85));
        preview.Add("K2", AnyCustomer.Facts(customer), customer.LastDay.AddDays(5));

        Assert.Equal(1, preview.Moves.MovedCustomers);
        Move<RiskStanding> moved = Assert.Single(preview.Moves.Listed);
        Assert.Equal(new RiskStanding(CustomerState.Active, RiskLevel.Low), moved.Before);
        Assert.Equal(RiskLevel.High, moved.After.Level);
        Assert.Equal(2, preview.Moves.Counts.Sum(count => count.Customers));
    }
}
