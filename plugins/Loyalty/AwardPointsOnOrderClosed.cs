using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

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

        SalesOrder order = new OrderReader(run.System).Read(closed.Id);
        bool isBeingFulfilled = Provenance.IsInside(run.Context, FulfilMessage);
        if (order.State == SalesOrder.Fulfilled || isBeingFulfilled) new OrderAward(run, order).Pay();
        else run.NothingToDo("the order is closed, but not as fulfilled.");
    }
}
