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
    private readonly CustomersOwner owners;
    private AssessmentContext? context;

    public InsightRefresh(StepRun run)
    {
        this.run = run;
        store = new InsightStore(run.System);
        owners = new CustomersOwner(run, OwnedRows.Risk);
    }

    public InsightRefresh(StepRun run, AssessmentContext context)
        : this(run) => this.context = context;

    /// <summary>Of the first customer; the others of the same run are assessed by the same.</summary>
    private AssessmentContext Context => context ??= AssessmentContext.Read(run);

    /// <summary>Reads orders and signals anew.</summary>
    /// <param name="customer">Account or contact.</param>
    /// <param name="cause">For the log.</param>
    /// <param name="order">Mark of the order because of which; null where it is not because of one.</param>
    /// <returns>Null where nothing could be assessed; the trace says why.</returns>
    public CustomerAssessment? Refresh(EntityReference customer, RiskCause cause, string? order = null)
    {
        if (RefreshReading.Find(run, customer, withContext: context is null) is not { } reading)
        {
            run.NothingToDo("the customer does not exist any more.");
            return null;
        }

        context ??= reading.Context();
        CustomerNow now = reading.Customer;
        if (IsOnHold(now)) return null;
        IReadOnlyList<CustomerInsightRow> rows = reading.Insights();
        CustomerInsightRow? own = rows.FirstOrDefault(row => row.Key == InsightStore.KeyOf(customer));
        foreach (CustomerInsightRow other in rows.Where(row => row != own)) store.Delete(other);
        if (now.IsMerged) return Forget(now, own);
        if (now.ObjectsToProfiling) return new Objection(run, owners).Apply(now, own);
        if (order is not null && own?.CountedOrder == order)
        {
            run.NothingToDo("the assessment was made by the order as it is.");
            return null;
        }

        OrderHistory? history = new OrderFactReader(run).Read(customer.Id);
        if (history is null) return TooManyOrders(now, own);
        return new AssessmentWriter(run, context, now, own, owners)
        {
            CategoryWarningText = new CategoryReader(run, context).Warning(customer.Id, history),
            CountedOrder = order,
        }.Write(history, reading.Signals(context.Today), cause);
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
        else new AssessmentWriter(run, Context, now, stored, owners).Write(history, signals, RiskCause.Model);
    }

    /// <summary>A pause holds up assessing, never forgetting.</summary>
    private bool IsOnHold(CustomerNow customer)
    {
        bool isOnHold = Context.Settings.IsPaused && !customer.IsMerged && !customer.ObjectsToProfiling;
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
