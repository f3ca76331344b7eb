using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// An account with its subsidiaries and the contacts of all of them, as one. Computed when somebody asks, so it is
/// right at once and costs no order anything. Which customers it adds up is asked with the caller's rights; who may
/// read a customer may know how it stands, whoever owns the assessment.
/// </summary>
internal sealed class GroupReading
{
    public const int MostCustomers = 2000;

    /// <summary>Ids in one condition.</summary>
    private const int PageRows = 200;

    private readonly StepRun run;
    private readonly AssessmentContext context;

    public GroupReading(StepRun run, AssessmentContext context)
    {
        this.run = run;
        this.context = context;
    }

    public HierarchyScore Of(Guid accountId)
    {
        QueryExpression accounts = Assessed(Customer.AccountTable);
        accounts.Criteria.AddCondition(
            Customer.IdColumn(Customer.AccountTable), ConditionOperator.UnderOrEqual, accountId);
        QueryExpression contacts = Assessed(Customer.ContactTable);
        LinkEntity company = contacts.AddLink(
            Customer.AccountTable,
            Customer.ParentColumn(Customer.ContactTable),
            Customer.IdColumn(Customer.AccountTable));
        company.LinkCriteria.AddCondition(
            Customer.IdColumn(Customer.AccountTable), ConditionOperator.UnderOrEqual, accountId);
        return HierarchyScore.Of(
            Readable(accounts).Concat(Readable(contacts)).SelectMany(Insights).Select(PartOf), context.Today);
    }

    /// <summary>Customers without an assessment add nothing, so they take no place either.</summary>
    private static QueryExpression Assessed(string table)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = MostCustomers };
        query.Criteria.AddCondition(CustomerRisk.Columns.OrdersCounted, ConditionOperator.NotNull);
        return query;
    }

    /// <summary>Ids of the customers whom the caller may read, in pages.</summary>
    private IEnumerable<object[]> Readable(QueryExpression query) => run.Caller.RetrieveMultiple(query).Entities
        .Select((row, index) => new { row.Id, Page = index / PageRows })
        .GroupBy(row => row.Page, row => (object)row.Id)
        .Select(page => page.ToArray());

    private IEnumerable<Entity> Insights(object[] customers)
    {
        var query = new QueryExpression(CustomerInsightRow.Table)
        {
            ColumnSet = new ColumnSet(
                CustomerInsightRow.Columns.History, CustomerInsightRow.Columns.OrdersCounted,
                CustomerInsightRow.Columns.Signals, CustomerInsightRow.Columns.RiskLevel),
        };
        query.Criteria.AddCondition(CustomerInsightRow.Columns.CustomerId, ConditionOperator.In, customers);
        return run.System.RetrieveMultiple(query).Entities;
    }

    private HierarchyPart PartOf(Entity row)
    {
        var stored = row.ToEntity<CustomerInsightRow>();
        CustomerStatistics statistics = RiskReading.StatisticsOf(stored, context.Today);
        return new HierarchyPart
        {
            Statistics = statistics,
            Assessment = context.Assessor.Assess(
                new CustomerFacts
                {
                    Statistics = statistics,
                    Signals = CustomerSignals.Parse(stored.Signals ?? "") ?? CustomerSignals.None,
                    Before = (RiskLevel)(stored.RiskLevel ?? 0),
                },
                context.Today),
        };
    }
}
