using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What a redemption does to a document's amounts: discount on the header, and the tax of every line on its share of
/// it. The header goes first, behind the version in which it was read: the platform touches it with every line.
/// </summary>
internal sealed class PriceReduction
{
    private readonly DocumentStore documents;
    private readonly Entity document;
    private readonly TaxedLineStore? lines;
    private readonly decimal discount;
    private readonly IReadOnlyList<decimal> ofTaxes;

    private PriceReduction(
        DocumentStore documents,
        Entity document,
        TaxedLineStore? lines,
        decimal discount,
        IReadOnlyList<decimal> ofTaxes)
    {
        this.documents = documents;
        this.document = document;
        this.lines = lines;
        this.discount = discount;
        this.ofTaxes = ofTaxes;
        Taxes = lines is null ? TaxReductions.None : new TaxReductions(Enumerable.Range(0, ofTaxes.Count)
            .Where(at => ofTaxes[at] != 0m)
            .ToDictionary(at => lines.Lines[at].Id, at => ofTaxes[at]));
    }

    public TaxReductions Taxes { get; }

    /// <param name="service">Of SYSTEM.</param>
    /// <param name="document">Open, as it was read.</param>
    /// <param name="payable">The same document.</param>
    /// <param name="value">By which the payable amount falls, in the document's currency.</param>
    /// <param name="lowersTaxes">False: the whole value is a discount.</param>
    public static PriceReduction Of(
        IOrganizationService service, Entity document, PayableDocument payable, decimal value, bool lowersTaxes)
    {
        var documents = new DocumentStore(service);
        if (!lowersTaxes)
            return new PriceReduction(documents, document, null, payable.Discount + value, new decimal[0]);
        var lines = new TaxedLineStore(service, document);
        TaxedDiscount off = TaxedDiscount.Of(value, lines.Lines, payable.Discount, payable.Decimals);
        return new PriceReduction(documents, document, lines, payable.Discount + off.Discount, off.TaxReductions);
    }

    public void Take()
    {
        documents.SetDiscount(document, discount);
        lines?.Change(ofTaxes.Select(amount => -amount).ToArray());
    }

    /// <summary>The opposite: discount and taxes of a redemption that was given back.</summary>
    /// <exception cref="BusinessRuleException">Its row was changed by hand and cannot be read.</exception>
    public static void TakeBack(IOrganizationService service, Entity document, RedemptionRow redemption)
    {
        decimal ofTaxes = redemption.DocumentTax ?? 0m;
        decimal current = document.GetAttributeValue<Money>(SalesDocument.Columns.Discount)?.Value ?? 0m;
        decimal ofPrice = (redemption.DocumentAmount ?? 0m) - ofTaxes;
        decimal left = new PayableDocument { Discount = current }.DiscountWithout(ofPrice);
        if (left != current) new DocumentStore(service).SetDiscount(document, left);
        if (ofTaxes <= 0m) return;
        TaxReductions taxes = TaxReductions.Parse(redemption.TaxReductions ?? "")
            ?? throw new BusinessRuleException(Texts.UserText.RedemptionIsDamaged, redemption.Name);
        var lines = new TaxedLineStore(service, document);
        bool isCopy = redemption.DocumentId != document.Id.ToString("D");
        lines.Change(isCopy ? taxes.For(lines.Lines) : taxes.Of(lines.Lines));
    }
}
