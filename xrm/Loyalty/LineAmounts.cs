using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What units of a line are worth on a document whose record names no lines: their part of the amount that earned, as
/// the document's lines stand now.
/// </summary>
internal sealed class LineAmounts
{
    private readonly PurchaseDocument document;
    private readonly EarnRecord record;
    private readonly bool isGross;
    private readonly Lazy<IReadOnlyList<PurchaseLine>> lines;

    public LineAmounts(StepRun run, DocumentRecord recorded, PurchaseDocument document)
    {
        this.document = document;
        record = recorded.Earned;
        isGross = recorded.Award.Basis == EarningBasis.Gross;
        lines = new Lazy<IReadOnlyList<PurchaseLine>>(
            () => new LineReader(run.System).Read(document, withFamilies: false));
    }

    /// <exception cref="BusinessRuleException">The document has too many lines, not this one, or not so many
    /// units.</exception>
    public decimal Of(Guid lineId, decimal quantity)
    {
        if (lines.Value.Count == 0) throw new BusinessRuleException(UserText.ReturnNeedsAmounts, document.Number);
        PurchaseLine? line = lines.Value.FirstOrDefault(one => one.Id == lineId && one.Quantity > 0);
        if (line is null) throw new BusinessRuleException(UserText.ReturnLineIsUnknown, document.Number);
        if (quantity > line.Quantity)
            throw new BusinessRuleException(UserText.ReturnIsMoreThanWasBought, document.Number);
        decimal all = lines.Value.Sum(one => WeightOf(one));
        decimal onLines = record.Earned.Parts
            .Where(part => part.Item is BreakdownPart.AllLines or BreakdownPart.Header)
            .Sum(part => part.Amount);
        return all <= 0 ? 0m : onLines * WeightOf(line) / all * quantity / line.Quantity!.Value;
    }

    private decimal WeightOf(PurchaseLine line)
    {
        decimal amount = isGross ? line.NetAmount + line.TaxAmount : line.NetAmount;
        return line.IsRedemption ? 0m : Math.Max(0m, amount);
    }
}
