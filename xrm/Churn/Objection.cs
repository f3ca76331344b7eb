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
    private const int MostLogged = 1000;

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
        DataCollection<Entity> logged = Logged(customer);
        foreach (Entity change in logged) run.System.Delete(RiskChangeRow.Table, change.Id);
        IDictionary<string, object?> shown = CustomerShowing.Nothing();
        shown[CustomerRisk.Columns.RiskState] = Choice.Of((int)CustomerState.Objected);
        bool isNew = CustomerShowing.Write(run.System, customer, shown);
        if (isNew || stored is not null || logged.Count > 0) new RiskLog(run, owners).WriteObjection(customer);
        else run.NothingToDo("the customer objects to profiling.");
        return new CustomerAssessment { State = CustomerState.Objected };
    }

    /// <summary>The next refresh deletes what is left of a longer log.</summary>
    private DataCollection<Entity> Logged(CustomerNow customer)
    {
        var query = new QueryExpression(RiskChangeRow.Table)
        {
            ColumnSet = new ColumnSet(false), TopCount = MostLogged,
        };
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.CustomerId, ConditionOperator.Equal, customer.Reference.Id);
        query.Criteria.AddCondition(
            RiskChangeRow.Columns.Cause, ConditionOperator.NotEqual, Choice.First + (int)RiskCause.Objection);
        return run.System.RetrieveMultiple(query).Entities;
    }
}
