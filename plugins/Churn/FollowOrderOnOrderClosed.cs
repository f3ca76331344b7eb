using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// For an environment in which closing an order raises no update of it: fulfilling and cancelling always write an order
/// close. Where the update is an event as well, the award has found its own entry and says so, which costs nothing; or
/// the assessment carries the order's mark, which costs one look.
/// </summary>
[Step(Message.Create, OrderClose.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    Description = "Points and risk follow a closed order, even if the order's own update is no event.")]
public sealed class FollowOrderOnOrderClosed : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (run.Context.SharedVariables.ContainsKey(OrderClose.UpdateWasFollowed))
        {
            run.NothingToDo("the update of the order was an event, and its steps follow it.");
            return;
        }

        if (run.Target<OrderClose>().OrderId is not { } id || CountedOrder.Find(run.System, id.Id) is not { } order)
        {
            run.NothingToDo("the order does not exist.");
            return;
        }

        if (order.IsCounted)
        {
            run.NothingToDo("the assessment was made by the order as it is.");
            return;
        }

        new DocumentSettlement(run).SettleOrder(order.Order);
        if (order.Customer is not { } customer) run.NothingToDo("the order has no customer.");
        else TransientFault.Retried(() => new InsightRefresh(run).Refresh(customer, RiskCause.Order, order.Mark));
    }
}
