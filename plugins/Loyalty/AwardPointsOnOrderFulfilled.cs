using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A fulfilled order earns points for its customer, once.</summary>
[Step(Message.Update, SalesOrder.Table, Stage.PostOperation,
    OnChangeOf = new[] { SalesOrder.Columns.State },
    PostImage = new[]
    {
        SalesOrder.Columns.State,
        SalesOrder.Columns.OrderNumber,
        SalesOrder.Columns.CustomerId,
        SalesOrder.Columns.NetBase,
        SalesOrder.Columns.FreightBase,
        SalesOrder.Columns.GrossBase,
    },
    Description = "A fulfilled order earns points for its customer, once.")]
public sealed class AwardPointsOnOrderFulfilled : PluginBase
{
    protected override void Run(StepRun run)
    {
        SalesOrder order = run.PostImage<SalesOrder>();
        if (order.State == SalesOrder.Fulfilled) new OrderAward(run, order).Pay();
        else run.NothingToDo("the order is not fulfilled.");
    }
}
