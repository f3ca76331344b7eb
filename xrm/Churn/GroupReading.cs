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
/// right at once and costs no order anything; with the caller's rights, so it adds up what the caller may see.
/// </summary>
internal sealed class GroupReading
{
    public const int MostCustomers = 2000;

    private readonly IOrganizationService caller;
    private readonly AssessmentContext context;

    public GroupReading(IOrganizationService caller, AssessmentContext context)
    {
        this.caller = caller;
        this.context = context;
    }

    public HierarchyScore Of(Guid accountId)
    {
        IReadOnlyList<Entity> accounts = Insights(Customer.AccountTable, query => query.AddCondition(
            Customer.IdColumn(Customer.AccountTable), ConditionOperator.UnderOrEqual, accountId));
        IReadOnlyList<Entity> contacts = Insights(Customer.ContactTable, query => { }, accountId);
        return HierarchyScore.Of(accounts.Concat(contacts).Select(PartOf), context.Today);
    }

    private IReadOnlyList<Entity> Insights(
        string table, Action<FilterExpression> restrict, Guid? companyId = null)
    {
        var query = new QueryExpression(CustomerInsightRow.Table)
        {
            ColumnSet = new ColumnSet(
                CustomerInsightRow.Columns.History, CustomerInsightRow.Columns.OrdersCounted,
                CustomerInsightRow.Columns.Signals, CustomerInsightRow.Columns.RiskLevel),
            TopCount = MostCustomers,
        };
        LinkEntity customer = query.AddLink(
            table, CustomerInsightRow.Columns.CustomerId, Customer.IdColumn(table));
        restrict(customer.LinkCriteria);
        if (companyId is { } id)
        {
            LinkEntity company = customer.AddLink(
                Customer.AccountTable, Customer.ParentColumn(table), Customer.IdColumn(Customer.AccountTable));
            company.LinkCriteria.AddCondition(
                Customer.IdColumn(Customer.AccountTable), ConditionOperator.UnderOrEqual, id);
        }

        return caller.RetrieveMultiple(query).Entities;
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
