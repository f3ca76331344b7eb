using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using System.Collections.Generic;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// A customer who objects to profiling has no score, no flag and no log of levels; that he objected stays as proof.
/// </summary>
internal sealed class Objection
{
    private readonly StepRun run;
    private readonly CustomersOwner owners;

    public Objection(StepRun run, CustomersOwner owners)
    {
        this.run = run;
        this.owners = owners;
    }

    public CustomerAssessment Apply(CustomerNow customer, CustomerInsightRow? stored)
    {
        if (stored is not null) new InsightStore(run.System).Delete(stored);
        new WinBackStore(run.System).DeleteAll(customer.Reference);
        DeleteLog(customer);
        IDictionary<string, object?> shown = CustomerShowing.Nothing();
        shown[CustomerRisk.Columns.RiskState] = Choice.Of((int)CustomerState.Objected);
        CustomerShowing.Write(run.System, customer, shown);
        if (HasProof(customer)) run.NothingToDo("the customer objects to profiling, and the log says since when.");
        else new RiskLog(run, owners).WriteObjection(customer);
        return new CustomerAssessment { State = CustomerState.Objected };
    }

    /// <summary>One for each time that was objected: a step that broke off before it is made up for.</summary>
    private bool HasProof(CustomerNow customer)
    {
        QueryExpression query = LogOf(customer, ConditionOperator.Equal);
        query.TopCount = 1;
        if (customer.SaidOn is { } said)
            query.Criteria.AddCondition(RiskChangeRow.Columns.ChangedOn, ConditionOperator.GreaterEqual, said);
        return run.System.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <summary>All but the proofs.</summary>
    private void DeleteLog(CustomerNow customer)
    {
        QueryExpression query = LogOf(customer, ConditionOperator.NotEqual);
        EntityCollection page;
        do
        {
            page = run.System.RetrieveMultiple(query);
            foreach (Entity change in page.Entities) run.System.Delete(RiskChangeRow.Table, change.Id);
        }
        while (page.MoreRecords);
    }

    /// <param name="customer">Whose changes of level and state.</param>
    /// <param name="isObjection">Equal: those that an objection led to. Not equal: all others.</param>
    private static QueryExpression LogOf(CustomerNow customer, ConditionOperator isObjection)
    {
        var query = new QueryExpression(RiskChangeRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.CustomerId, ConditionOperator.Equal, customer.Reference.Id);
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.Cause, isObjection, Choice.First + (int)RiskCause.Objection);
        return query;
    }
}
