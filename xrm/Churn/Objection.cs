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
        int logged = DeleteLog(customer);
        IDictionary<string, object?> shown = CustomerShowing.Nothing();
        shown[CustomerRisk.Columns.RiskState] = Choice.Of((int)CustomerState.Objected);
        bool isNew = CustomerShowing.Write(run.System, customer, shown);
        if (isNew || stored is not null || logged > 0) new RiskLog(run, owners).WriteObjection(customer);
        else run.NothingToDo("the customer objects to profiling.");
        return new CustomerAssessment { State = CustomerState.Objected };
    }

    /// <summary>All but the proofs of objections.</summary>
    private int DeleteLog(CustomerNow customer)
    {
        var query = new QueryExpression(RiskChangeRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.CustomerId, ConditionOperator.Equal, customer.Reference.Id);
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.Cause, ConditionOperator.NotEqual, Choice.First + (int)RiskCause.Objection);
        int deleted = 0;
        EntityCollection page;
        do
        {
            page = run.System.RetrieveMultiple(query);
            foreach (Entity change in page.Entities) run.System.Delete(RiskChangeRow.Table, change.Id);
            deleted += page.Entities.Count;
        }
        while (page.MoreRecords);
        return deleted;
    }
}
