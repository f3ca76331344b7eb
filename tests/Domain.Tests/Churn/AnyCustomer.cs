using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Churn;

/// <summary>Customers with a rhythm, runs that pass or fail the gate, and generators of histories.</summary>
internal static class AnyCustomer
{
    public static readonly Day Start = new(2024, 1, 10);

    public static readonly PurchaseModel Model =
        new(PurchaseModelKind.Mbg, 1, new PurchaseParameters(0.9, 8, 0.4, 2.4));

    /// <summary>Passed its gate; every tenth of the range is covered by fifty customers.</summary>
    public static ModelRun Run(GateVerdict verdict = GateVerdict.Passed) => new()
    {
        WindowStart = Start,
        WindowEnd = Start.AddDays(800),
        Model = Model,
        Customers = 500,
        Verdict = verdict,
        BacktestDays = 90,
        Backtest = new HoldoutReport
        {
            Customers = 500, CustomersWithOrder = 250, ActualOrders = 300, ExpectedOrders = 330,
            Bins = [.. Enumerable.Range(0, 10).Select(bin => new CalibrationBin
            {
                From = bin / 10.0, Customers = 50, Promised = (bin + 0.5) / 10, Ordered = (bin + 0.5) / 10,
            })],
        },
        Means = new PopulationMeans
        {
            TypicalGapDays = 60, SilentDays = 61, RepeatOrdersPerWeek = 0.08, RepeatShare = 0.41,
            TypicalOrderValue = 100,
        },
    };

    public static CustomerStatistics Every(int days, int orders, decimal net = 100) => Enumerable.Range(0, orders)
        .Aggregate(CustomerStatistics.Empty, (sum, order) => sum.Then(Start.AddDays(order * days), net));

    public static CustomerFacts Facts(CustomerStatistics statistics) => new() { Statistics = statistics };

    public static Gen<CustomerStatistics> Histories() =>
        from gaps in Gen.Choose(0, 90).ListOf()
        from cents in Gen.Choose(1, 100_000)
        select gaps.Aggregate(
            CustomerStatistics.StartingWith(Start.AddDays(cents % 300), cents / 100m),
            (sum, gap) => sum.Then(sum.LastDay.AddDays(gap), (cents + gap) / 100m));
}
