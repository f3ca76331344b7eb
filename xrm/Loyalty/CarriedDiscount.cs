using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The discount of one redemption on its way through a sale. Its points pay once: for the document that the sale goes
/// on with, and for one copy of it. Every other copy, and every one of points that are back, loses the discount as
/// soon as it can be changed.
/// </summary>
internal sealed class CarriedDiscount
{
    private readonly StepRun run;
    private readonly RedemptionStore redemptions;
    private readonly DocumentFamily family;

    /// <param name="run">Of SYSTEM.</param>
    /// <param name="row">Behind its member's lock.</param>
    /// <param name="family">The documents of the sale.</param>
    public CarriedDiscount(StepRun run, RedemptionRow row, DocumentFamily family)
    {
        this.run = run;
        this.family = family;
        redemptions = new RedemptionStore(run.System);
        Row = row;
    }

    /// <summary>As it is by now.</summary>
    public RedemptionRow Row { get; private set; }

    private bool IsLive => Row.State is (int)RedemptionState.Reserved or (int)RedemptionState.Committed;

    private DiscountCarriers Carriers => DiscountCarriers.Of(Row);

    /// <summary>
    /// Decides, once for each, whether the documents that lead to this one carry the discount that was copied to them.
    /// </summary>
    public void InheritTo(Entity document)
    {
        foreach (Entity made in family.LineTo(document)) Inherit(made);
    }

    /// <summary>
    /// Where a document is over, the points pay from now on for what was made of it, lives and carries the discount.
    /// </summary>
    /// <returns>The document that they pay for; the given one if they pay for something else, or for nothing.</returns>
    public Entity PassOn(Entity document)
    {
        InheritTo(document);
        IReadOnlyList<Entity> heirs = family.HeirsOf(document);
        foreach (Entity heir in heirs) InheritTo(heir);
        Entity? next = heirs.FirstOrDefault(heir => Carriers.Has(heir.Id));
        if (next is not null && next.Id != document.Id && IsLive && IsFor(document)) MoveTo(next);
        return next is not null && IsFor(next) ? next : document;
    }

    /// <summary>The document was cancelled and can be changed again: is the discount on it still paid for?</summary>
    public void Reopen(Entity document)
    {
        if (!Carriers.Has(document.Id)) return;
        Entity? origin = family.OriginOf(document);
        bool isPaidFor = IsFor(document) || (origin is not null && IsFor(origin) && !HasAnotherCopy(origin, document));
        if (!(IsLive && isPaidFor)) TakeOff(document);
    }

    /// <summary>
    /// The points are back: whatever can be changed loses the discount, the rest when it is opened again.
    /// </summary>
    public void TakeOffOpenDocuments()
    {
        var documents = new DocumentStore(run.System);
        foreach (EntityReference carrier in Carriers.All)
        {
            Entity? document = documents.Find(carrier.LogicalName, carrier.Id);
            if (document is not null && DocumentStore.StateOf(document) == DocumentState.Open) TakeOff(document);
        }
    }

    private void Inherit(Entity document)
    {
        Entity? origin = family.OriginOf(document);
        if (origin is null || !Carriers.Has(origin.Id) || Carriers.Knows(document.Id)) return;
        bool isPaidFor = IsLive && !HasAnotherCopy(origin, document);
        bool goesAlong = isPaidFor && origin.LogicalName == SalesDocument.QuoteTable && IsFor(origin);
        if (!isPaidFor && DocumentStore.StateOf(document) == DocumentState.Open) TakeOff(document);
        else if (goesAlong) MoveTo(document);
        else Change(new RedemptionRow { DiscountedOn = Carriers.With(document.ToEntityReference()).ToString() });
    }

    private void MoveTo(Entity document) => Change(Moved(document, Carriers.With(document.ToEntityReference())));

    private bool HasAnotherCopy(Entity origin, Entity document) => family.CopiesOf(origin).Any(copy =>
        copy.Id != document.Id
        && Carriers.Has(copy.Id)
        && DocumentStore.StateOf(copy) != DocumentState.Cancelled);

    private bool IsFor(Entity document) => Row.DocumentId == document.Id.ToString("D");

    private void TakeOff(Entity document)
    {
        PriceReduction.TakeBack(run.System, document, Row);
        DiscountCarriers left = Carriers.Without(document.ToEntityReference());
        var changes = new RedemptionRow { DiscountedOn = left.ToString() };
        if (!IsLive && left.All.Count == 0)
        {
            changes.DocumentAmount = 0m;
            changes.DocumentTax = 0m;
        }

        Change(changes);
    }

    private RedemptionRow Moved(Entity document, DiscountCarriers carriers)
    {
        var changes = new RedemptionRow
        {
            DocumentTable = document.LogicalName,
            DocumentId = document.Id.ToString("D"),
            DocumentNumber = DocumentStore.NumberOf(document),
            DiscountedOn = carriers.ToString(),
        };
        if (Row.DocumentTax is > 0m && TaxReductions.Parse(Row.TaxReductions ?? "") is { } taxes)
            changes.TaxReductions = taxes.CopiedTo(new TaxedLineStore(run.System, document).Lines).ToJson();
        return changes;
    }

    private void Change(RedemptionRow changes)
    {
        redemptions.Change(Row, changes);
        Row = redemptions.Find(Row.Id)!;
    }
}
