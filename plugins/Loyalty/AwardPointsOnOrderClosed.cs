using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>An order that is being closed as fulfilled earns points even if its own update is no event.</summary>
[Step(Message.Create, OrderClose.Table, Stage.PostOperation,
    Description = "An order that is being closed as fulfilled earns points even if its own update is no event.")]
public sealed class AwardPointsOnOrderClosed : PluginBase
{
    private const string FulfilMessage = "FulfillSalesOrder";

    protected override void Run(StepRun run)
    {
        if (run.Target<OrderClose>().OrderId is not { } closed)
        {
            run.NothingToDo("the order close names no order.");
            return;
        }

        bool isBeingFulfilled = Provenance.Around(run.Context).Any(outer => Fulfils(outer, closed.Id));
        IReadOnlyList<PostedEntry> posted = new DocumentLedger(run.System).Find(closed);
        if (isBeingFulfilled && PurchaseAward.IsSettled(run, posted))
        {
            run.Context.SharedVariables[OrderClose.UpdateWasFollowed] = true;
            return;
        }

        PurchaseDocument? order = new DocumentReader(run.System).Find(closed);
        if (order is null) run.NothingToDo("the order does not exist.");
        else if (order.State == SalesOrder.Fulfilled || isBeingFulfilled)
            new PurchaseAward(run, order).Pay(Milestone.OrderFulfilled, posted);
        else if (order.State == SalesOrder.Canceled) new AwardRemoval(run).Remove(order, posted);
        else run.NothingToDo("the order is closed, but neither as fulfilled nor as cancelled.");
    }

    /// <summary>Somebody's plugin may close one order while another one is being fulfilled.</summary>
    private static bool Fulfils(IPluginExecutionContext outer, Guid orderId) =>
        outer.MessageName == FulfilMessage
        && outer.InputParameters.TryGetValue("OrderClose", out object? given)
        && given is Entity close
        && close.GetAttributeValue<EntityReference>(OrderClose.Columns.OrderId)?.Id == orderId;
}
