using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Orders that changed and are not in their customer's assessment as they are: whatever was imported past our steps, or
/// whose step failed, is found here. The first run reads every order, which counts the history of before.
/// </summary>
internal sealed class OrdersToCount : IJobWork
{
    private readonly StepRun run;
    private readonly HashSet<Guid> done = new HashSet<Guid>();
    private readonly Dictionary<Guid, EntityReference> customers = new Dictionary<Guid, EntityReference>();
    private InsightRefresh? refresh;

    public OrdersToCount(StepRun run) => this.run = run;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) =>
        SliceCutter.Parts(MomentPages.CursorOf(SalesOrder.Table));

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MomentPages.Query(
            cursor, scope, SalesOrder.Columns.State, SalesOrder.Columns.CustomerId, EarningDocument.Columns.CreatedOn);
        IReadOnlyList<Entity> rows = MomentPages.Behind(cursor, run.System.RetrieveMultiple(query));
        if (rows.Count == 0) return Array.Empty<JobSubject>();
        IDictionary<Guid, CustomerInsightRow> insights = InsightsOf(rows);
        foreach (Entity row in rows)
            if (row.Link(SalesOrder.Columns.CustomerId) is { } customer) customers[row.Id] = customer;
        IReadOnlyList<JobSubject> all = MomentPages.Subjects(cursor, rows, row => IsDue(row, insights));
        return all.Where((subject, at) => !subject.IsPassedOver || at == all.Count - 1).ToArray();
    }

    /// <summary>Several orders of one customer are one refresh.</summary>
    public void Do(JobSubject subject, SliceScope scope)
    {
        if (!customers.TryGetValue(subject.Id, out EntityReference? customer) || !done.Add(customer.Id)) return;
        refresh ??= new InsightRefresh(run);
        refresh.Refresh(customer, RiskCause.Order);
    }

    private static bool IsDue(Entity order, IDictionary<Guid, CustomerInsightRow> insights)
    {
        if (order.Link(SalesOrder.Columns.CustomerId) is not { } customer) return false;
        int? state = order.GetAttributeValue<OptionSetValue>(SalesOrder.Columns.State)?.Value;
        bool counts = state is SalesOrder.Fulfilled or SalesOrder.Invoiced;
        if (!insights.TryGetValue(customer.Id, out CustomerInsightRow? insight)) return counts;
        // Another order of the same day hides one that is missing.
        if (counts && order.Moment(Customer.Columns.ModifiedOn) > insight.RefreshedOn) return true;
        return (insight.History ?? "")
            .Contains(Day.Of(order.Moment(EarningDocument.Columns.CreatedOn).GetValueOrDefault()) + ":") != counts;
    }

    private IDictionary<Guid, CustomerInsightRow> InsightsOf(IEnumerable<Entity> orders)
    {
        var query = new QueryExpression(CustomerInsightRow.Table)
        {
            ColumnSet = new ColumnSet(
                CustomerInsightRow.Columns.CustomerId, CustomerInsightRow.Columns.History,
                CustomerInsightRow.Columns.RefreshedOn),
        };
        query.Criteria.AddCondition(
            CustomerInsightRow.Columns.CustomerId,
            ConditionOperator.In,
            orders.Select(row => row.Link(SalesOrder.Columns.CustomerId)?.Id ?? Guid.Empty).Distinct()
                .Select(id => (object)id).ToArray());
        return run.System.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<CustomerInsightRow>())
            .GroupBy(row => row.CustomerId?.Id ?? Guid.Empty)
            .ToDictionary(of => of.Key, of => of.First());
    }
}
