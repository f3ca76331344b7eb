using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Redemptions follow their document: used when it is done, given back when it is cancelled, and along to what is made
/// of it. Afterwards, so that no
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
[Step(Message.Create, SalesDocument.QuoteTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    PostImage = new[] { SalesDocument.OfQuote.Revision },
    Description = "A new revision of a quote goes on with the points that pay for its discount, or loses it.")]
[Step(Message.Create, SalesDocument.OrderTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    Description = "An order of a quote goes on with the points that pay for its discount, or loses it.")]
[Step(Message.Create, SalesDocument.InvoiceTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    Description = "An invoice of an order keeps the discount that points paid for, a second one loses it.")]
[Step(Message.Create, OrderClose.Table, Stage.PostOperation, Mode = Mode.Asynchronous,
    Description = "The same for an order whose closing is no update.")]
public sealed class SettleRedemptionsOnDocumentClosed : PluginBase
{
    protected override void Run(StepRun run)
    {
        string table = run.Context.PrimaryEntityName;
        if (table == OrderClose.Table && run.Target<OrderClose>().OrderId is { } order)
            Settle(run, SalesDocument.OrderTable, order.Id);
        else if (SalesDocument.IsOne(table) && (run.Context.MessageName != Message.Create || IsMadeOfAnother(run)))
            Settle(run, table, run.Context.PrimaryEntityId);
        else run.NothingToDo("the document was made of no other.");
    }

    /// <summary>Most are not: it costs no request to see that.</summary>
    private static bool IsMadeOfAnother(StepRun run) => run.Context.PrimaryEntityName == SalesDocument.QuoteTable
        ? DocumentStore.RevisionOf(run.PostImage<Entity>()) > 0
        : DocumentStore.OriginOf((Entity)run.Context.InputParameters["Target"]) is not null;

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
