using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>A file of orders, trained up to a day, and its customers as they stand on that day.</summary>
internal sealed class ChurnScoring
{
    private readonly CustomerDays days;
    private readonly Day today;
    private readonly ChurnSettings settings;
    private readonly ModelRun run;
    private readonly Assessor assessor;
    private readonly RfmThresholds rfm;

    private ChurnScoring(CustomerDays days, Day today, ChurnSettings settings, ModelRun run, RfmThresholds rfm)
    {
        this.days = days;
        this.today = today;
        this.settings = settings;
        this.run = run;
        this.rfm = rfm;
        assessor = new Assessor(run, settings);
    }

    public static ChurnScoring Train(CustomerDays days, Day today, ChurnSettings settings, Action<double> progress)
    {
        TrainingTally tally = new(days.First, today, settings.Thresholds.HorizonDays);
        RfmTally spread = new();
        int done = 0;
        foreach (CustomerOrders customer in days.Facts())
        {
            tally.Add(customer.Facts);
            if (RfmMeasures.Of(CustomerStatistics.Of(customer.Facts, today), today) is { } measures)
                spread.Add(measures);
            progress(++done / (double)days.Customers);
        }

        return new ChurnScoring(days, today, settings, tally.Train(), RfmThresholds.Quintiles(spread));
    }

    public ScoreHead Head(Wording words) => new()
    {
        Until = today.ToString(),
        HorizonDays = settings.Thresholds.HorizonDays,
        Customers = run.Customers,
        Source = assessor.WhyRule is null ? ScoreSource.Model : ScoreSource.Rule,
        Why = VerdictText.Of(run.Verdict, words),
        Parameters = run.Model is not { } model ? null : new FitFigures.ParameterFigures(
            model.Parameters.R, model.Parameters.Alpha, model.Parameters.A, model.Parameters.B),
        HeedsRegularity = run.HeedsRegularity,
        Backtest = run.Backtest is null ? null : HoldoutFigures.Of(run.Backtest),
    };

    /// <summary>One by one, in ordinal order of the ids: who has not ordered by the day is left out.</summary>
    public IEnumerable<ScoreRow> Rows(Wording words) =>
        from customer in days.Facts()
        let statistics = CustomerStatistics.Of(customer.Facts, today)
        where statistics.OrderDays > 0
        let assessment = assessor.Assess(new CustomerFacts { Statistics = statistics }, today)
        let score = rfm.ScoreOf(RfmMeasures.Of(statistics, today)!)
        select new ScoreRow(customer.Id, assessment, score, words);
}
