using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// All that a training needs, counted in one pass over the customers: cells for the fit, cells of the back-tests, and
/// the means. Tallies of slices add up, in any order, to the tally of the whole; training is then a matter of
/// milliseconds. Who objects to profiling is not added.
/// </summary>
public sealed class TrainingTally
{
    private const int DaysAYear = 366;
    private const int DaysAQuarter = 91;

    /// <param name="start">First order day of all.</param>
    /// <param name="end">Last day that counts.</param>
    /// <param name="horizonDays">Days ahead that probabilities speak of.</param>
    public TrainingTally(Day start, Day end, int horizonDays)
    {
        Require.That(start <= end && horizonDays > 0, "a window and a horizon");
        Start = start;
        End = end;
        HorizonDays = horizonDays;
        Tests = CutOffs(start, end, horizonDays).Select(day => new HoldoutCells(day, horizonDays)).ToArray();
    }

    public Day Start { get; }

    public Day End { get; }

    public int HorizonDays { get; }

    public PurchaseCells Cells { get; } = new();

    public PopulationTally Population { get; } = new();

    /// <summary>
    /// The last year in back-tests as long as the horizon, the latest first: so all seasons take part, and what is
    /// tested is the very probability that will be shown. At most four; none where the history is shorter.
    /// </summary>
    public IReadOnlyList<HoldoutCells> Tests { get; }

    /// <param name="facts">All orders and returns of one customer that is not cancelled.</param>
    public void Add(IReadOnlyCollection<OrderFact> facts)
    {
        CustomerStatistics customer = CustomerStatistics.Of(facts, End);
        if (customer.OrderDays == 0) return;
        Cells.Add(customer, End);
        Population.Add(customer, End);
        foreach (HoldoutCells test in Tests) test.Add(facts);
    }

    public void Add(TrainingTally other)
    {
        Require.That(other.Start == Start && other.End == End && other.HorizonDays == HorizonDays, "the same window");
        Cells.Add(other.Cells);
        Population.Add(other.Population);
        for (int at = 0; at < Tests.Count; at++) Tests[at].Add(other.Tests[at]);
    }

    /// <summary>
    /// Fits the model that gives risk dates (MBG/NBD, k = 1), tests models that were fitted at each cut-off, lets the
    /// tests decide whether the own regularity counts, and asks the gate.
    /// </summary>
    public ModelRun Train(Estimator estimator = Estimator.Map)
    {
        FittedModel fitted = PurchaseFit.Fit(Cells, estimator: estimator);
        ModelRun run = ModelRun.Of(fitted, Start, End, Population.Means);
        HoldoutReport? plain = Test(estimator, heedsRegularity: false);
        HoldoutReport? regular = Test(estimator, heedsRegularity: true);
        bool heeds = regular?.LogLoss < plain?.LogLoss;
        return (run with { HeedsRegularity = heeds }).Tested(heeds ? regular : plain, HorizonDays);
    }

    /// <summary>Canonical JSON: what a slice hands on.</summary>
    public string ToJson() => TrainingJson.Text(this);

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static TrainingTally? Parse(string text) => TrainingJson.Parse(text);

    private HoldoutReport? Test(Estimator estimator, bool heedsRegularity)
    {
        var cases = new List<ScoredCase>();
        foreach (HoldoutCells test in Tests)
            if (test.Fit(estimator) is { } model) cases.AddRange(test.Scored(new RiskModel(model, heedsRegularity)));
        return cases.Count == 0 ? null : Holdout.Of(cases);
    }

    private static IEnumerable<Day> CutOffs(Day start, Day end, int horizonDays)
    {
        Day cutOff = end.AddDays(-horizonDays);
        for (int test = 0; cutOff > start && (test == 0 || end.DaysSince(cutOff) <= DaysAYear); test++)
        {
            yield return cutOff;
            cutOff = cutOff.AddDays(-Math.Max(horizonDays, DaysAQuarter));
        }
    }
}
