using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// One model run from beginning to end. While it collects, <see cref="ModelRunRow.Columns.Progress"/> holds the sums of
/// the customers up to <see cref="ModelRunRow.Columns.Cursor"/>; both change together.
/// </summary>
internal sealed class Training
{
    private const int Collecting = 0, Done = 1, Abandoned = 2;

    private readonly StepRun run;

    public Training(StepRun run) => this.run = run;

    /// <summary>Starts a run over all orders up to yesterday; one that was under way is given up.</summary>
    /// <returns>Null where nobody has ordered before today.</returns>
    public Guid? Begin()
    {
        Day end = Day.Of(run.Now).AddDays(-1);
        if (FirstOrderDay() is not { } start || start > end) return null;
        foreach (Entity row in Runs(Collecting))
            run.System.Update(new ModelRunRow { Id = row.Id, State = Abandoned, Progress = null }.Plain());
        int horizon = new InsightSettingsReader(run.System).Read().Churn.Thresholds.HorizonDays;
        return run.System.Create(new ModelRunRow
        {
            Name = "Purchases " + end,
            Kind = ModelRunReader.Purchases,
            State = Collecting,
            IsActive = false,
            WindowFrom = start.Midnight,
            WindowTo = end.Midnight,
            CalibrationEnd = end.AddDays(-horizon).Midnight,
            HorizonDays = horizon,
            Progress = TextOf(new TrainingTally(start, end, horizon), new RfmTally()),
            Cursor = "",
        }.Plain());
    }

    /// <param name="page">Customers behind <paramref name="from"/>.</param>
    /// <param name="from">Cursor of the page.</param>
    /// <param name="to">Key of its last customer.</param>
    public void Add(IEnumerable<CustomerInsightRow> page, string from, string to)
    {
        if (Current() is not { } row || (row.Cursor ?? "") != from)
        {
            run.NothingToDo("the page is added up already, or no training is under way.");
            return;
        }

        TrainingTally tally = TallyOf(row, out RfmTally spread);
        foreach (CustomerInsightRow customer in page)
        {
            OrderHistory history = OrderHistory.Parse(customer.History, customer.OrdersCounted ?? 0);
            tally.Add(history.Facts.ToArray());
            if (RfmMeasures.Of(history.Until(tally.End), tally.End) is { } measures) spread.Add(measures);
        }

        Versioned.Update(run.System, row, new ModelRunRow { Progress = TextOf(tally, spread), Cursor = to }.Plain());
    }

    /// <summary>Fits, tests and judges; what comes of it is used from now on, be it that a rule speaks.</summary>
    public void Finish()
    {
        if (Current() is not { } row)
        {
            run.NothingToDo("no training is under way.");
            return;
        }

        TrainingTally tally = TallyOf(row, out RfmTally spread);
        ModelRun model = tally.Train();
        foreach (Entity before in Runs(Done).Where(other => other.Flag(ModelRunRow.Columns.IsActive) == true))
            run.System.Update(new ModelRunRow { Id = before.Id, IsActive = false }.Plain());
        Versioned.Update(run.System, row, ModelRunColumns.Of(run, model, spread).Plain());
        new JobStart(run).Now(JobCatalogue.InsightRebuild);
    }

    private static string TextOf(TrainingTally tally, RfmTally spread) => tally.ToJson() + "\n" + spread.ToJson();

    private static TrainingTally TallyOf(ModelRunRow row, out RfmTally spread)
    {
        string[] parts = (row.Progress ?? "").Split('\n');
        spread = (parts.Length == 2 ? RfmTally.Parse(parts[1]) : null) ?? new RfmTally();
        return TrainingTally.Parse(parts[0])
            ?? throw new InvalidOperationException("The sums of model run " + row.Id + " cannot be read.");
    }

    private Day? FirstOrderDay()
    {
        var query = new QueryExpression(CustomerInsightRow.Table)
        {
            ColumnSet = new ColumnSet(CustomerInsightRow.Columns.FirstOrderOn), TopCount = 1,
        };
        query.Criteria.AddCondition(CustomerInsightRow.Columns.FirstOrderOn, ConditionOperator.NotNull);
        query.AddOrder(CustomerInsightRow.Columns.FirstOrderOn, OrderType.Ascending);
        DateTime? first = run.System.RetrieveMultiple(query).Entities.FirstOrDefault()
            ?.Moment(CustomerInsightRow.Columns.FirstOrderOn);
        return first is { } day ? Day.Of(day) : null;
    }

    /// <summary>The run that collects; null where none does.</summary>
    public ModelRunRow? Current()
    {
        QueryExpression query = QueryFor(Collecting);
        query.ColumnSet = new ColumnSet(true);
        return run.System.RetrieveMultiple(query).Entities.LastOrDefault()?.ToEntity<ModelRunRow>();
    }

    private IReadOnlyList<Entity> Runs(int state) => run.System.RetrieveMultiple(QueryFor(state)).Entities;

    private static QueryExpression QueryFor(int state)
    {
        var query = new QueryExpression(ModelRunRow.Table) { ColumnSet = new ColumnSet(ModelRunRow.Columns.IsActive) };
        query.Criteria.AddCondition(ModelRunRow.Columns.State, ConditionOperator.Equal, Choice.First + state);
        query.Criteria.AddCondition(
            ModelRunRow.Columns.Kind, ConditionOperator.Equal, Choice.First + ModelRunReader.Purchases);
        return query;
    }
}
