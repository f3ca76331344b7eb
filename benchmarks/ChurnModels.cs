using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// Fitting and scoring a million customers. Beside the fit through weekly cells stands the same fit with a cell for
/// each customer and day pattern, beside the score the general formula that k above 1 needs.
/// </summary>
public class ChurnModels
{
    private const int Customers = 1_000_000;
    private const double HorizonWeeks = 13;

    private static readonly Day Start = new(2022, 1, 1), End = new(2024, 1, 1);
    private static readonly PurchaseParameters Parameters = new(0.74, 9.9, 0.18, 4.0);

    private CustomerStatistics[] histories = [];
    private ObservedOrders[] orders = [];

    [GlobalSetup]
    public void DrawCustomers()
    {
        Random random = new(1);
        histories = [.. Enumerable.Range(0, Customers).Select(_ => Draw(random))];
        orders = [.. histories.Select(history => history.ObservedUntil(End))];
    }

    [Benchmark]
    public FittedModel FitThroughWeeklyCells() => Fit(CellWidth.Week);

    [Benchmark]
    public FittedModel FitThroughDailyCells() => Fit(CellWidth.Day);

    [Benchmark]
    public double ScoreWithoutMemory() => Score(new PurchaseModel(PurchaseModelKind.Mbg, 1, Parameters));

    [Benchmark]
    public double ScoreWithRegularity2() => Score(new PurchaseModel(PurchaseModelKind.Mbg, 2, Parameters));

    [Benchmark]
    public double ExpectedOrders()
    {
        PurchaseModel model = new(PurchaseModelKind.Mbg, 1, Parameters);
        double sum = 0;
        foreach (ObservedOrders each in orders) sum += model.ExpectedOrders(each, HorizonWeeks);
        return sum;
    }

    private FittedModel Fit(CellWidth width)
    {
        PurchaseCells cells = new(width);
        foreach (CustomerStatistics history in histories) cells.Add(history, End);
        return PurchaseFit.Fit(cells);
    }

    private double Score(PurchaseModel model)
    {
        double sum = 0;
        foreach (ObservedOrders each in orders) sum += model.ProbabilityOfOrder(each, HorizonWeeks);
        return sum;
    }

    // Rates and lifetimes spread as those of the CDNOW customers (docs/models/churn.md): most order once or twice.
    private static CustomerStatistics Draw(Random random)
    {
        double day = random.Next(90);
        CustomerStatistics history = CustomerStatistics.StartingWith(Start.AddDays((int)day), 50);
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.PI * 2 * random.NextDouble());
        double gap = 7 * 6.2 / (0.5 * normal * normal + 0.01);
        double chanceToLeave = Math.Pow(random.NextDouble(), 1.5);
        while (random.NextDouble() > chanceToLeave)
        {
            day += -gap * Math.Log(1 - random.NextDouble());
            if (day >= End.DaysSince(Start)) break;
            history = history.Then(Start.AddDays((int)day), 50);
        }

        return history;
    }
}
