using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// What an assessment rests on beside orders and cases, in one request, because every order asks for it: the customer,
/// the assessment before, feedback and invoices, and over the business unit what the organisation owns, which is
/// settings, model and language.
/// </summary>
internal sealed class RefreshReading
{
    /// <summary>Feedback and invoices multiply each other. Whoever has more of them is read in parts.</summary>
    private const int MostRows = 24;

    private const string Insight = "insight", Unit = "unit", Environment = "environment", Settings = "settings";
    private const string Model = "model", Feedback = "feedback", Bill = "bill";

    private readonly StepRun run;
    private readonly IReadOnlyList<Entity> rows;

    private RefreshReading(StepRun run, IReadOnlyList<Entity> rows)
    {
        this.run = run;
        this.rows = rows;
        Customer = CustomerNow.Of(rows[0]);
    }

    public CustomerNow Customer { get; }

    private bool IsComplete => rows.Count < MostRows;

    /// <summary>Null if the customer was deleted.</summary>
    /// <param name="run">Of the step.</param>
    /// <param name="customer">Account or contact.</param>
    /// <param name="withContext">False: settings and model are known already.</param>
    public static RefreshReading? Find(StepRun run, EntityReference customer, bool withContext)
    {
        QueryExpression query = CustomerNow.Query(customer);
        query.TopCount = MostRows;
        AddInsight(query, customer);
        AddSignals(query, customer);
        if (withContext) AddContext(query);
        Entity[] rows = run.System.RetrieveMultiple(query).Entities.ToArray();
        return rows.Length == 0 ? null : new RefreshReading(run, rows);
    }

    /// <summary>All that point to the customer: a merge of customers brings those of the others along.</summary>
    public IReadOnlyList<CustomerInsightRow> Insights() => IsComplete
        ? Linked(Insight, CustomerInsightRow.Table).Select(row => row.ToEntity<CustomerInsightRow>()).ToArray()
        : new InsightStore(run.System).FindAll(Customer.Reference);

    /// <summary>A customer without a business unit says nothing about settings.</summary>
    public AssessmentContext Context()
    {
        Entity? environment = Linked(Environment, Organization.Table).FirstOrDefault();
        if (environment is null || !IsComplete) return AssessmentContext.Read(run);
        return AssessmentContext.Of(
            Linked(Settings, InsightSettingsRow.Table).FirstOrDefault()?.ToEntity<InsightSettingsRow>(),
            Linked(Model, ModelRunRow.Table).Select(row => row.ToEntity<ModelRunRow>())
                .OrderByDescending(row => row.TrainedOn).FirstOrDefault(),
            Day.Of(run.Now),
            environment.Whole(Organization.Columns.BaseLanguage) ?? 0);
    }

    public ReadSignals Signals(Day today)
    {
        var reader = new SignalReader(run.System);
        if (!IsComplete) return reader.Read(Customer.Reference.Id, today);
        return reader.Read(
            Customer.Reference.Id,
            Linked(Feedback, FeedbackRow.Table)
                .OrderByDescending(row => row.Moment(FeedbackRow.Columns.ReceivedOn)).ToArray(),
            Linked(Bill, Invoice.Table).Select(row => Day.Of(row.Moment(Invoice.Columns.DueDate).GetValueOrDefault()))
                .OrderBy(day => day).ToArray(),
            today);
    }

    private IEnumerable<Entity> Linked(string alias, string table) => rows
        .Select(row => row.LinkedRow(alias, table))
        .OfType<Entity>()
        .GroupBy(row => row.Id)
        .Select(same => same.First());

    private static void AddInsight(QueryExpression query, EntityReference customer)
    {
        LinkEntity insight = query.AddLink(
            CustomerInsightRow.Table,
            Schema.Customer.IdColumn(customer.LogicalName),
            CustomerInsightRow.Columns.CustomerId,
            JoinOperator.LeftOuter);
        insight.EntityAlias = Insight;
        insight.Columns = new ColumnSet(true);
    }

    private static void AddSignals(QueryExpression query, EntityReference customer)
    {
        string id = Schema.Customer.IdColumn(customer.LogicalName);
        LinkEntity feedback = query.AddLink(
            FeedbackRow.Table, id, FeedbackRow.Columns.CustomerId, JoinOperator.LeftOuter);
        feedback.EntityAlias = Feedback;
        feedback.Columns = new ColumnSet(
            FeedbackRow.Columns.Id, FeedbackRow.Columns.Kind, FeedbackRow.Columns.Score,
            FeedbackRow.Columns.ReceivedOn);
        SignalReader.AddFeedback(feedback.LinkCriteria);
        LinkEntity bill = query.AddLink(Invoice.Table, id, EarningDocument.Columns.CustomerId, JoinOperator.LeftOuter);
        bill.EntityAlias = Bill;
        bill.Columns = new ColumnSet(Invoice.Columns.Id, Invoice.Columns.DueDate);
        SignalReader.AddInvoices(bill.LinkCriteria);
    }

    private static void AddContext(QueryExpression query)
    {
        LinkEntity unit = query.AddLink(
            BusinessUnit.Table, BusinessUnit.OfRow, BusinessUnit.Columns.Id, JoinOperator.LeftOuter);
        unit.EntityAlias = Unit;
        LinkEntity environment = AddOwned(unit, Organization.Table, Organization.Columns.Id);
        environment.EntityAlias = Environment;
        environment.Columns = new ColumnSet(Organization.Columns.Id, Organization.Columns.BaseLanguage);
        LinkEntity settings = AddOwned(unit, InsightSettingsRow.Table, InsightSettingsRow.Columns.Organization);
        settings.EntityAlias = Settings;
        settings.Columns = new ColumnSet(true);
        settings.LinkCriteria.AddCondition(
            InsightSettingsRow.Columns.Key, ConditionOperator.Equal, InsightSettingsReader.DefaultKey);
        LinkEntity model = AddOwned(unit, ModelRunRow.Table, ModelRunRow.Columns.Organization);
        model.EntityAlias = Model;
        model.Columns = new ColumnSet(
            ModelRunRow.Columns.Id, ModelRunRow.Columns.Parameters, ModelRunRow.Columns.Population,
            ModelRunRow.Columns.TrainedOn);
        ModelRunReader.AddActive(model.LinkCriteria);
    }

    private static LinkEntity AddOwned(LinkEntity unit, string table, string organization) =>
        unit.AddLink(table, BusinessUnit.Columns.Organization, organization, JoinOperator.LeftOuter);
}
