using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class TrainingTests
{
    private static readonly Day Start = PlantedCustomers.Start, End = Start.AddDays(728);

    [Fact]
    public void Slices_add_up_to_the_same_run_through_their_text()
    {
        OrderFact[][] customers = Customers(1200);
        TrainingTally whole = Tally(customers), even = Tally(customers.Where((_, at) => at % 2 == 0));
        TrainingTally odd = Tally(customers.Where((_, at) => at % 2 == 1));

        TrainingTally merged = TrainingTally.Parse(odd.ToJson())!;
        merged.Add(TrainingTally.Parse(even.ToJson())!);

        Assert.Equal(whole.ToJson(), merged.ToJson());
        Assert.Equal(whole.Train().ToJson(), merged.Train().ToJson());
        Assert.Null(TrainingTally.Parse(whole.ToJson() + " "));
    }

    [Fact]
    public void A_run_is_read_again_as_it_was_written()
    {
        ModelRun run = Tally(Customers(600)).Train();

        ModelRun read = ModelRun.Parse(run.ToJson())!;

        Assert.Equal(GateVerdict.Passed, run.Verdict);
        Assert.Equal(run.ToJson(), read.ToJson());
        Assert.Equal(10, read.Backtest!.Bins.Count);
        Assert.Equal(run.Model!.Parameters.Alpha, read.Model!.Parameters.Alpha, 1e-12);
        Assert.Null(ModelRun.Parse(run.ToJson().Replace("\"v\":1", "\"v\":2")));
    }

    [Fact]
    [Trait("Rule", "C13")]
    public void Nothing_after_the_end_reaches_a_run_and_nothing_after_a_cut_off_its_model()
    {
        OrderFact[][] customers = Customers(300);
        OrderFact after = new(End.AddDays(5), 999);
        OrderFact[][] later = [.. customers.Select(facts => facts.Concat([after]).ToArray())];

        Assert.Equal(Tally(customers).Train().ToJson(), Tally(later).Train().ToJson());

        string onlyLater = Tally([[new OrderFact(End.AddDays(-30), 10)]]).ToJson();
        Assert.Contains("\"test1\":[]", onlyLater);
    }

    [Fact]
    public void Tests_reach_back_a_year_in_stretches_of_the_horizon()
    {
        Assert.Equal([90, 181, 272, 363], new TrainingTally(Start, End, 90).Tests.Select(Back));
        Assert.Equal([365], new TrainingTally(Start, End, 365).Tests.Select(Back));
        Assert.Empty(new TrainingTally(Start, Start.AddDays(60), 90).Tests);

        static int Back(HoldoutCells test) => End.DaysSince(test.CutOff);
    }

    [Fact]
    [Trait("Rule", "C14")]
    public void Too_few_customers_end_in_a_run_without_a_model_and_never_in_a_failure()
    {
        ModelRun few = Tally(Customers(24)).Train();

        Assert.Equal(FitResult.TooFewCustomers, few.Result);
        Assert.Equal(GateVerdict.ModelNotFitted, few.Verdict);
        Assert.Equal(few.ToJson(), ModelRun.Parse(few.ToJson())!.ToJson());
    }

    [Fact]
    public void Regular_customers_who_stop_are_missed_sooner_where_the_tests_find_that_it_helps()
    {
        CustomerStatistics clockwork = AnyCustomer.Every(30, 12);
        Day today = clockwork.LastDay.AddDays(120);
        RiskModel plain = new(AnyCustomer.Model), heeding = new(AnyCustomer.Model, heedsRegularity: true);

        Assert.Equal(3, GapRegularity.Of(clockwork));
        Assert.True(heeding.ProbabilityOfOrder(clockwork, today, 13)
            < plain.ProbabilityOfOrder(clockwork, today, 13) / 3);
        Assert.Equal(plain.ProbabilityOfOrder(clockwork.ObservedUntil(today), 13, 3),
            heeding.ProbabilityOfOrder(clockwork.ObservedUntil(today), 13, 1));
    }

    [Fact]
    public void Gaps_without_memory_are_hardly_ever_taken_for_regular()
    {
        CustomerStatistics[] customers = [.. PlantedCustomers
            .Draw(new PurchaseParameters(5, 10, 0.3, 10), 2000, 104, seed: 9).Where(one => one.Gaps >= 5)];

        double share = customers.Count(one => GapRegularity.Of(one) > 1) / (double)customers.Length;

        Assert.InRange(share, 0, 0.25);
    }

    private static TrainingTally Tally(IEnumerable<OrderFact[]> customers)
    {
        TrainingTally tally = new(Start, End, 90);
        foreach (OrderFact[] facts in customers) tally.Add(facts);
        return tally;
    }

    // Gaps of a planted history are not kept, so days are drawn anew: memoryless, with a chance to leave.
    private static OrderFact[][] Customers(int count)
    {
        Random random = new(4);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            double day = random.Next(300), gap = 20 + random.Next(80), leaves = 0.05 + (random.NextDouble() / 3);
            List<OrderFact> facts = [new(Start.AddDays((int)day), 50)];
            while (random.NextDouble() > leaves && (day -= gap * Math.Log(1 - random.NextDouble())) < 728)
                facts.Add(new OrderFact(Start.AddDays((int)day), 50));
            return facts.ToArray();
        })];
    }
}
