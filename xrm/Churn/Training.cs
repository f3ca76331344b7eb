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
        foreach (Entity row in Runs(Collecting)) GiveUp(row.Id);
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

    /// <summary>
    /// Written before it is read: a run that ends meanwhile is waited for, and then stays as it ended.
    /// </summary>
    private void GiveUp(Guid id)
    {
        run.System.Update(new ModelRunRow { Id = id, Kind = ModelRunReader.Purchases }.Plain());
        if (Find(id, new ColumnSet(false)) is not null)
            run.System.Update(new ModelRunRow { Id = id, State = Abandoned, Progress = null }.Plain());
    }

    /// <summary>Key of the last customer that the run has added up; null if it collects no more.</summary>
    public string? Reached(Guid id) =>
        Find(id, new ColumnSet(ModelRunRow.Columns.Cursor)) is { } row ? row.Cursor ?? "" : null;

    /// <param name="id">Of the run.</param>
    /// <param name="page">Customers behind <paramref name="from"/>.</param>
    /// <param name="from">Cursor of the page.</param>
    /// <param name="to">Key of its last customer.</param>
    public void Add(Guid id, IEnumerable<CustomerInsightRow> page, string from, string to)
    {
        if (FindAt(id, from) is not { } row) return;

        TrainingTally tally = TallyOf(row, out RfmTally spread);
        foreach (CustomerInsightRow customer in page)
        {
            OrderHistory history = OrderHistory.Parse(customer.History, customer.OrdersCounted ?? 0);
            tally.Add(history.Facts.ToArray());
            if (RfmMeasures.Of(history.Until(tally.End), tally.End) is { } measures) spread.Add(measures);
        }

        Versioned.Update(run.System, row, new ModelRunRow { Progress = TextOf(tally, spread), Cursor = to }.Plain());
    }

    /// <summary>
    /// Fits, tests and judges; what comes of it is used from now on, be it that a rule speaks. Refused if somebody has
    /// given the run up meanwhile: only then the model before it goes.
    /// </summary>
    /// <param name="id">Of the run.</param>
    /// <param name="from">Behind which no customer was left.</param>
    public void Finish(Guid id, string from)
    {
        if (FindAt(id, from) is not { } row) return;
        TrainingTally tally = TallyOf(row, out RfmTally spread);
        ModelRun model = tally.Train();
        Versioned.Update(run.System, row, ModelRunColumns.Of(run, model, spread).Plain());
        foreach (Entity before in Runs(Done).Where(other => other.Id != id))
            run.System.Update(new ModelRunRow { Id = before.Id, IsActive = false }.Plain());
        new JobStart(run).Now(JobCatalogue.InsightRebuild);
    }

    private ModelRunRow? FindAt(Guid id, string cursor)
    {
        if (Find(id, new ColumnSet(true)) is { } row && (row.Cursor ?? "") == cursor) return row;
        run.NothingToDo("the page is added up already, or the run was given up.");
        return null;
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
    public Guid? Current() => Runs(Collecting).LastOrDefault()?.Id;

    /// <summary>Null if the run was given up or has ended.</summary>
    private ModelRunRow? Find(Guid id, ColumnSet columns)
    {
        QueryExpression query = QueryFor(Collecting);
        query.ColumnSet = columns;
        query.Criteria.AddCondition(ModelRunRow.Columns.Id, ConditionOperator.Equal, id);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ModelRunRow>();
    }

    /// <summary>Ids only: of those that are done the ones in use.</summary>
    private IReadOnlyList<Entity> Runs(int state)
    {
        QueryExpression query = QueryFor(state);
        if (state == Done)
            query.Criteria.AddCondition(ModelRunRow.Columns.IsActive, ConditionOperator.Equal, true);
        query.AddOrder(ModelRunRow.Columns.CreatedOn, OrderType.Ascending);
        return run.System.RetrieveMultiple(query).Entities.ToArray();
    }

    private static QueryExpression QueryFor(int state)
    {
        var query = new QueryExpression(ModelRunRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(ModelRunRow.Columns.State, ConditionOperator.Equal, Choice.First + state);
        query.Criteria.AddCondition(
            ModelRunRow.Columns.Kind, ConditionOperator.Equal, Choice.First + ModelRunReader.Purchases);
        return query;
    }
}
