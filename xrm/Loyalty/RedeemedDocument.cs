using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The document that a redemption pays for; of a won quote, the order that was made of it: it carries the discount now.
/// </summary>
internal sealed class RedeemedDocument
{
    private readonly StepRun run;
    private readonly RedemptionRow redemption;
    private readonly Entity? document;

    public RedeemedDocument(StepRun run, RedemptionRow redemption)
    {
        this.run = run;
        this.redemption = redemption;
        document = Find();
    }

    /// <summary>Null for a reward or a voucher, and when the document was deleted.</summary>
    public DocumentState? State => document is null ? null : DocumentStore.StateOf(document);

    /// <exception cref="BusinessRuleException">Whoever calls may not change it.</exception>
    public void RequireWrite()
    {
        if (document is not null)
            new DocumentAccess(run).RequireWrite(document.ToEntityReference(), DocumentStore.NumberOf(document));
    }

    /// <summary>With the taxes that it had lowered.</summary>
    /// <returns>False while the document cannot be changed: the discount is still on it.</returns>
    public bool TakeDiscountOff()
    {
        if (document is null || State != DocumentState.Open) return false;
        PriceReduction.TakeBack(run.System, document, redemption);
        return true;
    }

    private Entity? Find()
    {
        if (redemption.DocumentTable is not { } table) return null;
        if (!Guid.TryParse(redemption.DocumentId, out Guid id)) return null;
        var documents = new DocumentStore(run.System);
        Entity? found = documents.Find(table, id);
        bool isWonQuote = found is not null && table == SalesDocument.QuoteTable
            && DocumentStore.StateOf(found) == DocumentState.Waiting;
        return isWonQuote ? documents.OrderOf(id) ?? found : found;
    }
}
