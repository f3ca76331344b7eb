using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// A cancelled document gave its points back but kept its discount, because it could not be changed. Opened again, it
/// loses the discount at once: nobody fulfils or pays it with a discount that no points have paid.
/// </summary>
[Step(Message.Update, SalesDocument.QuoteTable, Stage.PostOperation, Rank = 2,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    PreImage = new[] { SalesDocument.Columns.State },
    PostImage = new[] { SalesDocument.Columns.State },
    Description = "A closed quote that is opened again loses the discount of points that went back.")]
[Step(Message.Update, SalesDocument.OrderTable, Stage.PostOperation, Rank = 2,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    PreImage = new[] { SalesDocument.Columns.State },
    PostImage = new[] { SalesDocument.Columns.State },
    Description = "A cancelled order that is opened again loses the discount of points that went back.")]
[Step(Message.Update, SalesDocument.InvoiceTable, Stage.PostOperation, Rank = 2,
    OnChangeOf = new[] { SalesDocument.Columns.State },
    PreImage = new[] { SalesDocument.Columns.State },
    PostImage = new[] { SalesDocument.Columns.State },
    Description = "A cancelled invoice that is opened again loses the discount of points that went back.")]
public sealed class TakeDiscountOffOnDocumentReopened : PluginBase
{
    protected override void Run(StepRun run)
    {
        bool isReopened = DocumentStore.StateOf(run.PreImage<Entity>()) == DocumentState.Cancelled
            && DocumentStore.StateOf(run.PostImage<Entity>()) == DocumentState.Open;
        if (isReopened) new DocumentSettlement(run).Reopen(run.Context.PrimaryEntityName, run.Context.PrimaryEntityId);
        else run.NothingToDo("the document was not cancelled before, or is not open now.");
    }
}
