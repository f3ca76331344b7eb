using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>
/// Minutes after an order was fulfilled, cancelled or reopened, the customer's products are up to date and the order
/// waits to be counted. An order that is missed is found by the job.
/// </summary>
[Step(Message.Update, SalesOrder.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 6,
    OnChangeOf = new[] { SalesOrder.Columns.State },
    Description = "After an order was fulfilled or cancelled, the customer's products and the basket are up to date.")]
public sealed class RefreshBasketOnOrderChanged : PluginBase
{
    protected override void Run(StepRun run) => new OrderBaskets(run).Refresh(run.Context.PrimaryEntityId);
}
