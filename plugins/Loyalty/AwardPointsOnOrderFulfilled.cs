using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A fulfilled order earns points, once; an order that is fulfilled no more loses them.</summary>
[Step(Message.Update, SalesOrder.Table, Stage.PostOperation,
    OnChangeOf = new[] { SalesOrder.Columns.State },
    PreImage = new[] { SalesOrder.Columns.State },
    PostImage = new[]
    {
        SalesOrder.Columns.State,
        SalesOrder.Columns.OrderNumber,
        SalesOrder.Columns.CustomerId,
        EarningDocument.Columns.NetBase,
        EarningDocument.Columns.FreightBase,
        EarningDocument.Columns.GrossBase,
        EarningDocument.Columns.ExchangeRate,
        EarningDocument.Columns.CreatedOn,
        EarningDocument.More.BillToAddressId,
    },
    Description = "A fulfilled order earns points, once; an order that is fulfilled no more loses them.")]
public sealed class AwardPointsOnOrderFulfilled : PluginBase
{
    protected override void Run(StepRun run)
    {
        PurchaseDocument order = DocumentReader.Of(run.PostImage<Entity>());
        if (order.State == SalesOrder.Fulfilled) new PurchaseAward(run, order).Pay(Milestone.OrderFulfilled);
        else if (WasFulfilled(run) && order.State != SalesOrder.Invoiced) new AwardRemoval(run).Remove(order);
        else run.NothingToDo("the order is not fulfilled.");
    }

    private static bool WasFulfilled(StepRun run) =>
        DocumentReader.Of(run.PreImage<Entity>()).State is SalesOrder.Fulfilled or SalesOrder.Invoiced;
}
