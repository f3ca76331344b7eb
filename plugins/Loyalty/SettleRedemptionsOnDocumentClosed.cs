using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Redemptions follow their document: used when it is done, given back when it is cancelled, and along to what is made
/// of it. Afterwards, so that no document ever waits for it; asked again, it changes nothing. For an order whose
/// closing is no update of it, see <see cref="Churn.FollowOrderOnOrderClosed"/>.
/// </summary>
[Step(Message.Update, SalesDocument.QuoteTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    Description = "A lost quote gives its points back.")]
[Step(Message.Update, SalesDocument.OrderTable, Stage.PostOperation, Mode = Mode.Asynchronous,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    PostImage = new[] { SalesDocument.Columns.State, SalesDocument.QuoteOfOrder },
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
public sealed class SettleRedemptionsOnDocumentClosed : PluginBase
{
    /// <summary>An order says of which quote it was made: to ask for that would cost every order a request.</summary>
    protected override void Run(StepRun run)
    {
        string table = run.Context.PrimaryEntityName;
        bool isCreate = run.Context.MessageName == Message.Create;
        var settlement = new DocumentSettlement(run);
        if (isCreate && !IsMadeOfAnother(run)) run.NothingToDo("the document was made of no other.");
        else if (!isCreate && table == SalesDocument.OrderTable) settlement.SettleOrder(run.PostImage<Entity>());
        else settlement.SettleAfterwards(table, run.Context.PrimaryEntityId);
    }

    /// <summary>Most are not: it costs no request to see that.</summary>
    private static bool IsMadeOfAnother(StepRun run) => run.Context.PrimaryEntityName == SalesDocument.QuoteTable
        ? DocumentStore.RevisionOf(run.PostImage<Entity>()) > 0
        : DocumentStore.OriginOf((Entity)run.Context.InputParameters["Target"]) is not null;
}
