using System;
using System.Collections.Generic;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Cases of Customer Service, where the environment has them. No step, view, form or role of ours names that table.
/// </summary>
internal sealed class CaseReader
{
    private const string Table = "incident", CustomerId = "customerid", State = "statecode";
    private const string Priority = "prioritycode", Escalated = "isescalated";
    private const int Active = 0, High = 1, Most = 50;

    private readonly IOrganizationService service;

    public CaseReader(IOrganizationService service) => this.service = service;

    /// <summary>Open cases of high priority or escalated; none without the table.</summary>
    public IReadOnlyList<Entity> Open(Guid customerId)
    {
        if (!new OptionalTables(service).Has(Table)) return Array.Empty<Entity>();
        var query = new QueryExpression(Table) { ColumnSet = new ColumnSet(Escalated), TopCount = Most };
        query.Criteria.AddCondition(CustomerId, ConditionOperator.Equal, customerId);
        query.Criteria.AddCondition(State, ConditionOperator.Equal, Active);
        FilterExpression serious = query.Criteria.AddFilter(LogicalOperator.Or);
        serious.AddCondition(Priority, ConditionOperator.Equal, High);
        serious.AddCondition(Escalated, ConditionOperator.Equal, true);
        return service.RetrieveMultiple(query).Entities;
    }

    public static bool IsEscalated(Entity row) => row.Flag(Escalated) ?? false;
}
