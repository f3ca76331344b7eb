using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Brings one customer up to date: orders, signals, assessment, risk dates, log; the account or contact is written once
/// and only where something changed. Doing it twice changes nothing the second time.
/// </summary>
internal sealed class InsightRefresh
{
    private readonly StepRun run;
    private readonly InsightStore store;
    private readonly AssessmentContext context;
    private readonly CustomersOwner owners;

    public InsightRefresh(StepRun run)
        : this(run, AssessmentContext.Read(run))
    {
    }

    public InsightRefresh(StepRun run, AssessmentContext context)
    {
        this.run = run;
        this.context = context;
        store = new InsightStore(run.System);
        owners = new CustomersOwner(run, OwnedRows.Risk);
    }

    /// <summary>Reads orders and signals anew.</summary>
    /// <returns>Null where nothing could be assessed; the trace says why.</returns>
    public CustomerAssessment? Refresh(EntityReference customer, RiskCause cause)
    {
        if (CustomerNow.Find(run.System, customer) is not { } now)
        {
            run.NothingToDo("the customer does not exist any more.");
            return null;
        }

        if (IsOnHold(now)) return null;
        IReadOnlyList<CustomerInsightRow> rows = store.FindAll(customer);
        CustomerInsightRow? own = rows.FirstOrDefault(row => row.Key == InsightStore.KeyOf(customer));
        foreach (CustomerInsightRow other in rows.Where(row => row != own)) store.Delete(other);
        if (now.IsMerged) return Forget(now, own);
        if (now.ObjectsToProfiling) return new Objection(run, owners).Apply(now, own);
        OrderHistory? history = new OrderFactReader(run).Read(customer.Id);
        if (history is null) return TooManyOrders(now, own);
        return new AssessmentWriter(run, context, now, own, owners)
        {
            CategoryWarningText = new CategoryReader(run, context).Warning(customer.Id, history),
        }.Write(history, new SignalReader(run.System).Read(customer.Id, context.Today), cause);
    }

    /// <summary>By the orders and signals of the last refresh: what other settings or another model make of
    /// them.</summary>
    public void Reassess(CustomerInsightRow stored)
    {
        if (stored.CustomerId is not { } reference || CustomerNow.Find(run.System, reference) is not { } now)
        {
            run.NothingToDo("the customer does not exist any more.");
            return;
        }

        if (IsOnHold(now)) return;
        OrderHistory history = OrderHistory.Parse(stored.History, stored.OrdersCounted ?? 0);
        var signals = new ReadSignals
        {
            Signals = CustomerSignals.Parse(stored.Signals ?? "") ?? CustomerSignals.None,
        };
        if (now.ObjectsToProfiling) new Objection(run, owners).Apply(now, stored);
        else new AssessmentWriter(run, context, now, stored, owners).Write(history, signals, RiskCause.Model);
    }

    /// <summary>A pause holds up assessing, never forgetting.</summary>
    private bool IsOnHold(CustomerNow customer)
    {
        bool isOnHold = context.Settings.IsPaused && !customer.IsMerged && !customer.ObjectsToProfiling;
        if (isOnHold) run.NothingToDo("assessing customers is paused.");
        return isOnHold;
    }

    /// <summary>Whoever stayed has the orders now, and the objection to profiling.</summary>
    private CustomerAssessment? Forget(CustomerNow customer, CustomerInsightRow? own)
    {
        new MergedObjection(run).Carry(customer);
        if (own is not null) store.Delete(own);
        CustomerShowing.Write(run.System, customer, CustomerShowing.Nothing());
        run.NothingToDo("the customer was merged into another one.");
        return null;
    }

    private CustomerAssessment? TooManyOrders(CustomerNow customer, CustomerInsightRow? own)
    {
        IDictionary<string, object?> shown = CustomerShowing.Nothing();
        shown[CustomerRisk.Columns.RiskState] = Choice.Of(AssessmentWriter.NotAssessed);
        CustomerShowing.Write(run.System, customer, shown);
        if (own is not null) store.Delete(own);
        run.NothingToDo("the customer has more orders than can be added up: a collective account is not assessed.");
        return null;
    }
}
