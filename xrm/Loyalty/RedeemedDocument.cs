using System;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The document that a redemption pays for. Of a quote that was won or revised, and of an order that was cancelled
/// after its invoice was made, it is what the sale goes on with: that carries the discount now.
/// </summary>
internal sealed class RedeemedDocument
{
    private readonly StepRun run;
    private readonly Entity? document;

    public RedeemedDocument(StepRun run, RedemptionRow redemption)
    {
        this.run = run;
        document = Find(redemption);
    }

    /// <summary>Null for a reward or a voucher, and when the document was deleted.</summary>
    public DocumentState? State => document is null ? null : DocumentStore.StateOf(document);

    /// <summary>Nothing goes back: it is closed, something follows. A quote that is revised may be given up.</summary>
    public bool IsWaiting => State == DocumentState.Waiting && !DocumentStore.IsRevised(document!);

    /// <exception cref="BusinessRuleException">Whoever calls may not change it.</exception>
    public void RequireWrite()
    {
        if (document is not null)
            new DocumentAccess(run).RequireWrite(document.ToEntityReference(), DocumentStore.NumberOf(document));
    }

    /// <summary>The redemption with the document that its points pay for by now.</summary>
    public RedemptionRow Follow(RedemptionRow locked)
    {
        if (document is null || locked.DocumentId == document.Id.ToString("D")) return locked;
        var discount = new CarriedDiscount(run, locked, DocumentFamily.Read(run.System, document));
        discount.InheritTo(document);
        return discount.Row;
    }

    private Entity? Find(RedemptionRow redemption)
    {
        if (redemption.DocumentTable is not { } table) return null;
        if (!Guid.TryParse(redemption.DocumentId, out Guid id)) return null;
        Entity? found = new DocumentStore(run.System).Find(table, id);
        if (found is null || DocumentStore.StateOf(found) is DocumentState.Open or DocumentState.Done) return found;
        DiscountCarriers on = DiscountCarriers.Of(redemption);
        return DocumentFamily.Read(run.System, found).HeirsOf(found)
            .FirstOrDefault(heir => on.Has(heir.Id) || !on.Knows(heir.Id)) ?? found;
    }
}
