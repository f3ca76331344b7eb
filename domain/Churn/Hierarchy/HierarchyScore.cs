using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// An account's group as a whole, beside the account's own score: what contacts and subsidiaries order counts for the
/// account, and their risk is weighted by orders and by revenue of the last twelve months.
/// </summary>
public sealed record HierarchyScore
{
    /// <summary>The group's orders as if they were one customer's; who objects to profiling is not in it.</summary>
    public CustomerStatistics Combined { get; private init; } = CustomerStatistics.Empty;

    /// <summary>Customers with an order, the account itself included.</summary>
    public int Customers { get; private init; }

    /// <summary>Mean probability of an order, weighted by order days; null without any that is scored by a
    /// model.</summary>
    public double? ProbabilityByOrders { get; private init; }

    /// <summary>The same, weighted by net value; null as above, or where nothing was worth anything.</summary>
    public double? ProbabilityByRevenue { get; private init; }

    /// <summary>Net value of those at high risk or churned, base currency.</summary>
    public decimal RevenueAtRisk { get; private init; }

    /// <summary>Of <see cref="RevenueAtRisk"/> it is a part.</summary>
    public decimal Revenue { get; private init; }

    /// <summary>The highest level in the group.</summary>
    public RiskLevel HighestLevel { get; private init; }

    /// <param name="parts">The account itself, its contacts and its subsidiaries with theirs, each once.</param>
    public static HierarchyScore Of(IEnumerable<HierarchyPart> parts, Day today)
    {
        HierarchyPart[] group = parts.Where(part => part.Statistics.OrderDays > 0
            && part.Assessment.State != CustomerState.Objected).ToArray();
        return new HierarchyScore
        {
            Combined = group.Aggregate(CustomerStatistics.Empty, (sum, part) => sum.Merge(part.Statistics)),
            Customers = group.Length,
            ProbabilityByOrders = Mean(group, part => OrdersOf(part, today)),
            ProbabilityByRevenue = Mean(group, part => (double)RevenueOf(part, today)),
            RevenueAtRisk = group.Where(IsAtRisk).Sum(part => RevenueOf(part, today)),
            Revenue = group.Sum(part => RevenueOf(part, today)),
            HighestLevel = group.Select(part => part.Assessment.Level).DefaultIfEmpty(RiskLevel.None).Max(),
        };
    }

    private static bool IsAtRisk(HierarchyPart part) =>
        part.Assessment.Level == RiskLevel.High || part.Assessment.State == CustomerState.Churned;

    private static double OrdersOf(HierarchyPart part, Day today) =>
        part.Statistics.OrderDaysIn(today.MonthNumber - RfmMeasures.Months + 1, today.MonthNumber);

    // More may have come back than was bought; that makes nobody less than worthless.
    private static decimal RevenueOf(HierarchyPart part, Day today) => Math.Max(
        0, part.Statistics.ValueIn(today.MonthNumber - RfmMeasures.Months + 1, today.MonthNumber));

    private static double? Mean(HierarchyPart[] group, Func<HierarchyPart, double> weightOf)
    {
        HierarchyPart[] scored = group.Where(part => part.Assessment.Probability is not null).ToArray();
        double weight = scored.Sum(weightOf);
        return weight <= 0
            ? null
            : scored.Sum(part => weightOf(part) * part.Assessment.Probability.GetValueOrDefault()) / weight;
    }
}
