using System;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// A customer no longer objects to profiling: the latest orders are the customer's purchases again, and the customer's
/// products are written anew from them.
/// </summary>
internal sealed class PurchaseRelinking
{
    /// <summary>As many as <see cref="OrderBaskets"/> looks at.</summary>
    private const int MostOrders = 500;

    private readonly StepRun run;

    public PurchaseRelinking(StepRun run) => this.run = run;

    public void Relink(EntityReference customer)
    {
        Guid[] orders = OrdersOf(customer);
        if (orders.Length == 0) return;
        var batch = new RowBatch(run.System);
        foreach (Entity row in Keys.Find(
            run.System, OrderBasketRow.Table, OrderBasketRow.Columns.Key, orders.Select(id => Keys.Of(id))))
        {
            batch.Update(row, new OrderBasketRow { CustomerId = customer });
        }

        batch.Write();
        new OrderBaskets(run).Refresh(orders[0]);
    }

    private Guid[] OrdersOf(EntityReference customer)
    {
        var query = new QueryExpression(SalesOrder.Table) { ColumnSet = new ColumnSet(false), TopCount = MostOrders };
        query.Criteria.AddCondition(SalesOrder.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition(
            SalesOrder.Columns.State, ConditionOperator.In, SalesOrder.Fulfilled, SalesOrder.Invoiced);
        query.AddOrder(SalesOrder.Columns.CreatedOn, OrderType.Descending);
        return run.System.RetrieveMultiple(query).Entities.Select(row => row.Id).ToArray();
    }
}
