using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Assessments, one for each customer, with their reasons.</summary>
internal sealed class InsightStore
{
    private readonly IOrganizationService service;

    public InsightStore(IOrganizationService service) => this.service = service;

    /// <summary>Starts with the id, so that jobs can be cut by its digits.</summary>
    public static string KeyOf(EntityReference customer) => $"{customer.Id:N}-{customer.LogicalName}";

    /// <summary>All that point to the customer: a merge of customers brings those of the others along.</summary>
    public IReadOnlyList<CustomerInsightRow> FindAll(EntityReference customer)
    {
        var query = new QueryExpression(CustomerInsightRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(CustomerInsightRow.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<CustomerInsightRow>()).ToArray();
    }

    /// <summary>
    /// The first write of whoever decides by an assessment: a second one waits for the first. Without an assessment
    /// there is nothing to decide.
    /// </summary>
    public void Lock(EntityReference customer)
    {
        var query = new QueryExpression(CustomerInsightRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(CustomerInsightRow.Columns.Key, ConditionOperator.Equal, KeyOf(customer));
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
            service.Update(new CustomerInsightRow { Id = row.Id, Key = KeyOf(customer) }.Plain());
    }

    /// <summary>Null if it was deleted.</summary>
    public CustomerInsightRow? Find(Guid id)
    {
        var query = new QueryExpression(CustomerInsightRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(CustomerInsightRow.Columns.Id, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<CustomerInsightRow>();
    }

    /// <summary>Writes what differs; nothing if nothing does.</summary>
    /// <returns>Id of the row.</returns>
    public Guid Write(CustomerInsightRow? stored, IEnumerable<KeyValuePair<string, object?>> values)
    {
        if (stored is null)
        {
            var row = new Entity(CustomerInsightRow.Table);
            foreach (KeyValuePair<string, object?> value in values.Where(value => value.Value is not null))
                row[value.Key] = value.Value;
            return service.Create(row);
        }

        Entity changes = ChangedColumns.Between(stored, values);
        if (changes.Attributes.Count > 0) Versioned.Update(service, stored, changes);
        return stored.Id;
    }

    /// <summary>With its reasons.</summary>
    public void Delete(CustomerInsightRow row) => service.Delete(CustomerInsightRow.Table, row.Id);

    /// <summary>One row a reason, the strongest first, found by its key; those of before are gone.</summary>
    /// <param name="insightId">Of the assessment.</param>
    /// <param name="before">Reasons of before: their rows are there and have an owner.</param>
    /// <param name="owner">Asked for new rows only; null: SYSTEM.</param>
    /// <param name="reasons">In their order.</param>
    public void ReplaceReasons(
        Guid insightId, int before, Func<EntityReference?> owner, IReadOnlyList<InsightReasonRow> reasons)
    {
        var batch = new RowBatch(service);
        foreach (InsightReasonRow reason in reasons)
        {
            reason.InsightId = new EntityReference(CustomerInsightRow.Table, insightId);
            reason.Key = insightId.ToString("N") + "-" + reason.Rank;
            if (reason.Rank > before && owner() is { } who) reason[InsightReasonRow.Columns.Owner] = who;
            batch.Upsert(reason, InsightReasonRow.Columns.Key);
        }

        batch.Write();
        if (before > reasons.Count) DeleteReasons(insightId, reasons.Count);
    }

    private void DeleteReasons(Guid insightId, int behind)
    {
        var query = new QueryExpression(InsightReasonRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(InsightReasonRow.Columns.InsightId, ConditionOperator.Equal, insightId);
        query.Criteria.AddCondition(InsightReasonRow.Columns.Rank, ConditionOperator.GreaterThan, behind);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
            service.Delete(InsightReasonRow.Table, row.Id);
    }
}
