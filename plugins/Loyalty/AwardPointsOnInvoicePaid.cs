using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A paid invoice earns points, once; one that is reopened or cancelled loses them.</summary>
[Step(Message.Update, Invoice.Table, Stage.PostOperation,
    OnChangeOf = new[]
    {
        EarningDocument.Columns.State, EarningDocument.Columns.Status, Invoice.Columns.PaidAmount,
    },
    PreImage = new[] { EarningDocument.Columns.State },
    PostImage = new[]
    {
        EarningDocument.Columns.State,
        EarningDocument.Columns.Status,
        EarningDocument.Columns.CustomerId,
        EarningDocument.Columns.NetBase,
        EarningDocument.Columns.FreightBase,
        EarningDocument.Columns.GrossBase,
        EarningDocument.Columns.ExchangeRate,
        EarningDocument.Columns.CreatedOn,
        EarningDocument.More.BillToAddressId,
        Invoice.Columns.InvoiceNumber,
        Invoice.Columns.OrderId,
        Invoice.Columns.PaidAmount,
    },
    Description = "A paid invoice earns points, once; one that is reopened or cancelled loses them.")]
public sealed class AwardPointsOnInvoicePaid : PluginBase
{
    protected override void Run(StepRun run)
    {
        PurchaseDocument invoice = DocumentReader.Of(run.PostImage<Entity>());
        bool wasPaid = DocumentReader.Of(run.PreImage<Entity>()).State == Invoice.Paid;
        if (invoice.State == Invoice.Paid) new PurchaseAward(run, invoice).Pay(Milestone.InvoicePaid);
        else if (wasPaid) new AwardRemoval(run).Remove(invoice);
        else run.NothingToDo("the invoice is not paid.");
    }
}
