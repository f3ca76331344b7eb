using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Adds customers up to their means; tallies of slices add up, in any order, to the tally of the
/// whole.</summary>
public sealed class PopulationTally
{
    public LogHistogram MeanGaps { get; init; } = new(LogScale.Days);

    public LogHistogram OrderValues { get; init; } = new(LogScale.Money);

    public long Customers { get; set; }

    public long RepeatCustomers { get; set; }

    public long RepeatOrders { get; set; }

    /// <summary>Sum over customers of the days since the first order.</summary>
    public long AgeDays { get; set; }

    /// <summary>Sum over customers of the days since the last order.</summary>
    public long SilentDays { get; set; }

    public void Add(CustomerStatistics customer, Day until)
    {
        if (customer.OrderDays == 0) return;
        Customers++;
        AgeDays += until.DaysSince(customer.FirstDay);
        SilentDays += until.DaysSince(customer.LastDay);
        OrderValues.Add((double)customer.MeanOrderValue.GetValueOrDefault());
        if (customer.MeanGapDays is not { } gap) return;
        RepeatCustomers++;
        RepeatOrders += customer.RepeatOrders;
        MeanGaps.Add(gap);
    }

    public void Add(PopulationTally other)
    {
        Customers += other.Customers;
        RepeatCustomers += other.RepeatCustomers;
        RepeatOrders += other.RepeatOrders;
        AgeDays += other.AgeDays;
        SilentDays += other.SilentDays;
        MeanGaps.Add(other.MeanGaps);
        OrderValues.Add(other.OrderValues);
    }

    public PopulationMeans Means => Customers == 0 ? new PopulationMeans() : new PopulationMeans
    {
        TypicalGapDays = MeanGaps.Median ?? new PopulationMeans().TypicalGapDays,
        SilentDays = SilentDays / (double)Customers,
        RepeatOrdersPerWeek = AgeDays == 0 ? 0 : RepeatOrders / (AgeDays / 7.0),
        RepeatShare = RepeatCustomers / (double)Customers,
        TypicalOrderValue = Math.Round((decimal)OrderValues.Median.GetValueOrDefault(), 4),
    };
}
