using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Redemptions follow their document: used when it is done, given back when it is cancelled. Afterwards, so that no
/// document ever waits for it; asked again, it changes nothing. A step that runs afterwards has no transaction, and
/// without one a lock ends with its own request: the message that it sends has one.
/// </summary>
[Step(Message.Update, SalesDocument.QuoteTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    Description = "A lost quote gives its points back.")]
[Step(Message.Update, SalesDocument.OrderTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    Description = "A fulfilled order uses its points, a cancelled one gives them back.")]
[Step(Message.Update, SalesDocument.InvoiceTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    Description = "A paid invoice uses its points, a cancelled one gives them back.")]
[Step(Message.Create, OrderClose.Table, Stage.PostOperation, Mode = Mode.Asynchronous,
    Description = "The same for an order whose closing is no update.")]
public sealed class SettleRedemptionsOnDocumentClosed : PluginBase
{
    protected override void Run(StepRun run)
    {
        if (run.Context.PrimaryEntityName != OrderClose.Table)
            Settle(run, run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        else if (run.Target<OrderClose>().OrderId is { } order)
            Settle(run, SalesDocument.OrderTable, order.Id);
    }

    private static void Settle(StepRun run, string table, Guid id)
    {
        if (!new DocumentSettlement(run).IsDue(table, id)) return;
        run.System.Execute(new OrganizationRequest(RedemptionApis.SettleRedemptions.Name)
        {
            [RedemptionApis.SettleRedemptions.DocumentTable] = table,
            [RedemptionApis.SettleRedemptions.DocumentId] = id,
        });
    }
}
