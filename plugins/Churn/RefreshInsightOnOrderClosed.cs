using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// The same for an environment in which closing an order raises no update of it: fulfilling and cancelling always write
/// an order close. Where both come, the second one finds nothing to write.
/// </summary>
[Step(Message.Create, OrderClose.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Rank = 5,
    Description = "The customer of a closed order is assessed anew, even if the order's own update is no event.")]
public sealed class RefreshInsightOnOrderClosed : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (run.Target<OrderClose>().OrderId is not { } order || CustomerOf(run.System, order) is not { } customer)
        {
            run.NothingToDo("the order does not exist or has no customer.");
            return;
        }

        TransientFault.Retried(() => new InsightRefresh(run).Refresh(customer, RiskCause.Order));
    }

    private static EntityReference? CustomerOf(IOrganizationService service, EntityReference order)
    {
        var query = new QueryExpression(SalesOrder.Table) { ColumnSet = new ColumnSet(SalesOrder.Columns.CustomerId) };
        query.Criteria.AddCondition(SalesOrder.Columns.Id, ConditionOperator.Equal, order.Id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.Link(SalesOrder.Columns.CustomerId);
    }
}
