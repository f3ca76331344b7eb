using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>What is known of a customer beside orders. Each source is read to a bounded number of rows: more weigh no
/// more.</summary>
internal sealed class SignalReader
{
    private const int Most = 50;
    private const int Open = 0;

    private readonly IOrganizationService service;

    public SignalReader(IOrganizationService service) => this.service = service;

    public ReadSignals Read(Guid customerId, Day today) =>
        Read(customerId, Feedback(customerId), DueDays(customerId), today);

    /// <summary>Only cases are still to be read.</summary>
    /// <param name="customerId">Of account or contact.</param>
    /// <param name="feedback">The latest first.</param>
    /// <param name="due">Of open invoices, the earliest first.</param>
    /// <param name="today">In UTC.</param>
    public ReadSignals Read(Guid customerId, IReadOnlyList<Entity> feedback, IReadOnlyList<Day> due, Day today)
    {
        Entity? answer = feedback.FirstOrDefault(row => Kind(row) == FeedbackKind.Survey
            && row.Whole(FeedbackRow.Columns.Score) is >= 0 and <= 10);
        IReadOnlyList<Entity> cases = new CaseReader(service).Open(customerId);
        return new ReadSignals
        {
            Signals = new CustomerSignals
            {
                OpenComplaints = feedback.Count(row => Kind(row) == FeedbackKind.Complaint),
                Nps = answer?.Whole(FeedbackRow.Columns.Score),
                NpsOn = answer?.Moment(FeedbackRow.Columns.ReceivedOn) is { } on ? Day.Of(on) : null,
                Escalations = cases.Count(CaseReader.IsEscalated),
                HighPriorityCases = cases.Count(row => !CaseReader.IsEscalated(row)),
                UnpaidInvoices = due.Count(day => day < today),
            },
            OverdueOn = due.Where(day => day >= today).Select(day => (Day?)day.AddDays(1)).FirstOrDefault(),
        };
    }

    /// <summary>The latest first.</summary>
    private IReadOnlyList<Entity> Feedback(Guid customerId)
    {
        var query = new QueryExpression(FeedbackRow.Table)
        {
            ColumnSet = new ColumnSet(
                FeedbackRow.Columns.Kind, FeedbackRow.Columns.Score, FeedbackRow.Columns.ReceivedOn),
            TopCount = Most,
        };
        query.Criteria.AddCondition(FeedbackRow.Columns.CustomerId, ConditionOperator.Equal, customerId);
        AddFeedback(query.Criteria);
        query.AddOrder(FeedbackRow.Columns.ReceivedOn, OrderType.Descending);
        return service.RetrieveMultiple(query).Entities;
    }

    /// <summary>Answers to surveys, whatever became of them, and complaints that are not resolved.</summary>
    public static void AddFeedback(FilterExpression filter)
    {
        filter.AddCondition(FeedbackRow.Columns.State, ConditionOperator.Equal, Open);
        FilterExpression kinds = filter.AddFilter(LogicalOperator.Or);
        kinds.AddCondition(
            FeedbackRow.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)FeedbackKind.Survey);
        FilterExpression complaint = kinds.AddFilter(LogicalOperator.And);
        complaint.AddCondition(
            FeedbackRow.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)FeedbackKind.Complaint);
        complaint.AddCondition(FeedbackRow.Columns.Resolved, ConditionOperator.NotEqual, true);
    }

    /// <summary>Invoices that are open and say when they are due.</summary>
    public static void AddInvoices(FilterExpression filter)
    {
        filter.AddCondition(EarningDocument.Columns.State, ConditionOperator.Equal, Open);
        filter.AddCondition(Invoice.Columns.DueDate, ConditionOperator.NotNull);
    }

    /// <summary>Of open invoices, the earliest first.</summary>
    private Day[] DueDays(Guid customerId)
    {
        var query = new QueryExpression(Invoice.Table)
        {
            ColumnSet = new ColumnSet(Invoice.Columns.DueDate), TopCount = Most,
        };
        query.Criteria.AddCondition(EarningDocument.Columns.CustomerId, ConditionOperator.Equal, customerId);
        AddInvoices(query.Criteria);
        query.AddOrder(Invoice.Columns.DueDate, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Select(row => Day.Of(row.Moment(Invoice.Columns.DueDate).GetValueOrDefault())).ToArray();
    }

    private static FeedbackKind Kind(Entity row) => (FeedbackKind)(row.Number(FeedbackRow.Columns.Kind) ?? -1);
}
