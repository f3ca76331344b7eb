using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// All that a training needs, counted in one pass over the customers: cells for the fit, cells of two back-tests, and
/// the means. Tallies of slices add up, in any order, to the tally of the whole; training is then a matter of
/// milliseconds. Who objects to profiling is not added.
/// </summary>
public sealed class TrainingTally
{
    /// <param name="start">First order day of all.</param>
    /// <param name="end">Last day that counts.</param>
    /// <param name="horizonDays">Days ahead that probabilities speak of.</param>
    public TrainingTally(Day start, Day end, int horizonDays)
    {
        Require.That(start <= end && horizonDays > 0, "a window and a horizon");
        Start = start;
        End = end;
        HorizonDays = horizonDays;
        int half = Math.Max(1, (int)Math.Round(end.DaysSince(start) / 2.0));
        HalfTest = new HoldoutCells(end.AddDays(-half), half);
        HorizonTest = new HoldoutCells(end.AddDays(-horizonDays), horizonDays);
    }

    public Day Start { get; }

    public Day End { get; }

    public int HorizonDays { get; }

    public PurchaseCells Cells { get; } = new();

    public PopulationTally Population { get; } = new();

    /// <summary>The later half of the window against the earlier one: what the gate asks first.</summary>
    public HoldoutCells HalfTest { get; }

    /// <summary>The last horizon of the window: the very probability that is shown, so the run keeps its
    /// calibration.</summary>
    public HoldoutCells HorizonTest { get; }

    /// <param name="facts">All orders and returns of one customer that is not cancelled.</param>
    public void Add(IReadOnlyCollection<OrderFact> facts)
    {
        CustomerStatistics customer = CustomerStatistics.Of(facts, End);
        if (customer.OrderDays == 0) return;
        Cells.Add(customer, End);
        Population.Add(customer, End);
        HalfTest.Add(facts);
        HorizonTest.Add(facts);
    }

    public void Add(TrainingTally other)
    {
        Require.That(other.Start == Start && other.End == End && other.HorizonDays == HorizonDays, "the same window");
        Cells.Add(other.Cells);
        Population.Add(other.Population);
        HalfTest.Add(other.HalfTest);
        HorizonTest.Add(other.HorizonTest);
    }

    /// <summary>
    /// Fits the model that gives risk dates (MBG/NBD, k = 1), tests it twice and asks the gate; both tests have to pass.
    /// </summary>
    public ModelRun Train(Estimator estimator = Estimator.Map)
    {
        FittedModel fitted = PurchaseFit.Fit(Cells, estimator: estimator);
        ModelRun run = ModelRun.Of(fitted, Start, End, Population.Means);
        HoldoutReport? half = HalfTest.Measure(estimator);
        ModelRun shown = run.Tested(HorizonTest.Measure(estimator), HorizonDays);
        GateVerdict first = Gate.Judge(fitted, half);
        return shown with { HalfTest = half, Verdict = first == GateVerdict.Passed ? shown.Verdict : first };
    }

    /// <summary>Canonical JSON: what a slice hands on.</summary>
    public string ToJson() => TrainingJson.Text(this);

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static TrainingTally? Parse(string text) => TrainingJson.Parse(text);
}
