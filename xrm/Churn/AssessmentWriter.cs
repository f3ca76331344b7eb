using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Assesses one customer by what was read, and writes what differs from before.</summary>
internal sealed class AssessmentWriter
{
    /// <summary>A state that the domain does not know: there was nothing to assess by.</summary>
    public const int NotAssessed = 8;

    private readonly StepRun run;
    private readonly AssessmentContext context;
    private readonly CustomerNow customer;
    private readonly CustomerInsightRow? stored;
    private readonly CustomersOwner owners;

    /// <param name="run">Of the step.</param>
    /// <param name="context">What all customers are assessed by.</param>
    /// <param name="customer">As it is now.</param>
    /// <param name="stored">The assessment before; null before the first.</param>
    /// <param name="owners">Who gets new rows; asked only where there are any.</param>
    public AssessmentWriter(
        StepRun run,
        AssessmentContext context,
        CustomerNow customer,
        CustomerInsightRow? stored,
        CustomersOwner owners)
    {
        this.owners = owners;
        this.run = run;
        this.context = context;
        this.customer = customer;
        this.stored = stored;
    }

    /// <summary>Null: not looked at now, what stands stays. Empty: no category was dropped.</summary>
    public string? CategoryWarningText { get; init; }

    /// <summary>Mark of the order because of which; null: that of before stays.</summary>
    public string? CountedOrder { get; init; }

    /// <summary>
    /// The assessment's row is written behind what repeats itself harmlessly: only then does it say that the order is
    /// counted, so whatever breaks off before is done again.
    /// </summary>
    /// <param name="history">All order days.</param>
    /// <param name="read">Signals of now, or those of the last refresh.</param>
    /// <param name="cause">For the log.</param>
    public CustomerAssessment Write(OrderHistory history, ReadSignals read, RiskCause cause)
    {
        CustomerSignals signals = read.Signals;
        CustomerFacts facts = FactsOf(history, signals);
        CustomerAssessment assessment = Settled(facts);
        facts = facts with { Before = assessment.Level };
        var words = new ReasonWords(assessment, context.BaseLanguage);
        IDictionary<string, object?> shown = ShownValues.Of(assessment, history, context);
        string reasons = ReasonList.ToJson(assessment.Reasons);
        IDictionary<string, object?> values = Insight(shown, history, assessment, facts);
        values[CustomerInsightRow.Columns.NextMoveOn] =
            NextMove.Of(assessment, facts, context, read.OverdueOn)?.Midnight;
        Show(shown, signals, words);
        if (stored is not null && stored.Reasons != reasons) ReplaceReasons(stored.Id, words);
        Guid id = WriteInsight(values, signals, reasons);
        if (stored is null) ReplaceReasons(id, words);
        if (IsNews(assessment)) new RiskLog(run, owners).Write(customer, stored, assessment, words, cause);
        return assessment;
    }

    private void Show(IDictionary<string, object?> shown, CustomerSignals signals, ReasonWords words)
    {
        shown[CustomerRisk.Columns.RiskReasons] = words.Text;
        shown[CustomerRisk.Columns.LastNps] = signals.Nps;
        shown[CustomerRisk.Columns.CategoryWarning] =
            CategoryWarningText ?? customer.Row.Text(CustomerRisk.Columns.CategoryWarning);
        if (!CustomerShowing.Write(run.System, customer, shown))
            run.NothingToDo("the customer shows this already.");
    }

    private void ReplaceReasons(Guid insightId, ReasonWords words) => new InsightStore(run.System).ReplaceReasons(
        insightId,
        ReasonList.Parse(stored?.Reasons ?? "")?.Count ?? 0,
        () => owners.Of(customer.Owner),
        words.Rows);

    private CustomerFacts FactsOf(OrderHistory history, CustomerSignals signals) => new()
    {
        Statistics = history.Until(context.Today),
        Signals = signals,
        Override = customer.Override,
        Before = (RiskLevel)(stored?.RiskLevel ?? 0),
    };

    /// <summary>
    /// Hysteresis starts from the level before, the dates to come from the level that stands now: so the second
    /// assessment of the same facts comes to the same.
    /// </summary>
    private CustomerAssessment Settled(CustomerFacts facts)
    {
        CustomerAssessment first = context.Assessor.Assess(facts, context.Today);
        return first.Level == facts.Before
            ? first
            : context.Assessor.Assess(facts with { Before = first.Level }, context.Today);
    }

    private IDictionary<string, object?> Insight(
        IDictionary<string, object?> shown, OrderHistory history, CustomerAssessment assessment, CustomerFacts facts)
    {
        var values = new Dictionary<string, object?>(shown, StringComparer.Ordinal);
        foreach (string column in CustomerRisk.OnlyOnCustomer()) values.Remove(column);
        values[CustomerInsightRow.Columns.Name] = customer.Name;
        values[CustomerInsightRow.Columns.Key] = InsightStore.KeyOf(customer.Reference);
        values[CustomerInsightRow.Columns.CustomerId] = customer.Reference;
        values[CustomerInsightRow.Columns.OrderDays] = facts.Statistics.OrderDays;
        values[CustomerInsightRow.Columns.History] = history.ToText();
        values[CustomerInsightRow.Columns.Returns] = ShownValues.Amount(history.Returns);
        values[CustomerInsightRow.Columns.ExpectedOrders] =
            ShownValues.Amount((decimal?)assessment.Value?.ExpectedOrders);
        values[CustomerInsightRow.Columns.SampleSize] = assessment.Shown?.Customers;
        values[CustomerInsightRow.Columns.SettingsVersion] = context.Settings.Version;
        values[CustomerInsightRow.Columns.ModelRunId] = context.Model is { } model
            ? new EntityReference(ModelRunRow.Table, model.Id)
            : null;
        return values;
    }

    /// <summary>The moment of the refresh alone is no reason to write.</summary>
    private Guid WriteInsight(IDictionary<string, object?> values, CustomerSignals signals, string reasons)
    {
        values[CustomerInsightRow.Columns.Signals] = signals.ToJson();
        values[CustomerInsightRow.Columns.Reasons] = reasons;
        bool isNew = stored is null || ChangedColumns.Between(stored, values).Attributes.Count > 0;
        if (isNew) values[CustomerInsightRow.Columns.RefreshedOn] = run.Now;
        if (stored is null) values[CustomerInsightRow.Columns.Owner] = owners.Of(customer.Owner);
        if (isNew && CountedOrder is not null) values[CustomerInsightRow.Columns.CountedOrder] = CountedOrder;
        return new InsightStore(run.System).Write(stored, values);
    }

    private bool IsNews(CustomerAssessment assessment) => stored is null
        ? assessment.State != CustomerState.NoOrders
        : stored.RiskState != (int)assessment.State || (stored.RiskLevel ?? 0) != (int)assessment.Level;
}
