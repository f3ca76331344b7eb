using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// After an order was fulfilled, cancelled, reactivated, moved to another customer or deleted, its customer is assessed
/// anew. Asynchronous: the save does not wait. Amounts of a fulfilled order are read-only, so a change of them is
/// always a change of state as well.
/// </summary>
[Step(Message.Update, SalesOrder.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    OnChangeOf = new[] { SalesOrder.Columns.State, SalesOrder.Columns.CustomerId },
    PreImage = new[] { SalesOrder.Columns.State, SalesOrder.Columns.CustomerId },
    PostImage = new[] { SalesOrder.Columns.State, SalesOrder.Columns.CustomerId, SalesOrder.Columns.ModifiedOn },
    Description = "The customer of a changed order is assessed anew.")]
[Step(Message.Delete, SalesOrder.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    PreImage = new[] { SalesOrder.Columns.State, SalesOrder.Columns.CustomerId },
    Description = "The customer of a deleted order is assessed anew.")]
public sealed class RefreshInsightOnOrderChanged : PluginBase
{
    protected override void Run(StepRun run)
    {
        SalesOrder before = run.PreImage<SalesOrder>();
        SalesOrder? after = run.Context.MessageName == Message.Update ? run.PostImage<SalesOrder>() : null;
        EntityReference[] customers = CustomersOf(before, after).ToArray();
        if (customers.Length == 0) run.NothingToDo("the order was not and is not fulfilled, or has no customer.");
        else TransientFault.Retried(() =>
        {
            var refresh = new InsightRefresh(run);
            foreach (EntityReference customer in customers)
            {
                bool hasOrder = after is not null && after.CustomerId?.Id == customer.Id;
                refresh.Refresh(customer, RiskCause.Order, hasOrder ? CountedOrder.MarkOf(after!) : null);
            }
        });
    }

    private static IEnumerable<EntityReference> CustomersOf(SalesOrder before, SalesOrder? after)
    {
        if (!Counts(before) && (after is null || !Counts(after))) return Array.Empty<EntityReference>();
        bool isMove = after?.CustomerId?.Id != before.CustomerId?.Id;
        if (after is not null && !isMove && Counts(before) && Counts(after)) return Array.Empty<EntityReference>();
        return new[] { before.CustomerId, after?.CustomerId }
            .OfType<EntityReference>()
            .GroupBy(customer => customer.Id)
            .Select(same => same.First());
    }

    private static bool Counts(SalesOrder order) => order.State is SalesOrder.Fulfilled or SalesOrder.Invoiced;
}
