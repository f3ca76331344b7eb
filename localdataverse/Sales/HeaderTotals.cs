using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>
/// The arithmetic of a document. Discounts of the header: the amount, plus the percentage of the line total. Less
/// freight = line total - header discounts; total = that + freight + tax; total discount = header discounts + line
/// discounts (volume discounts are in the lines' amounts and in no total).
/// </summary>
internal static class HeaderTotals
{
    /// <summary>
    /// Writes the three totals that follow from <paramref name="merged"/> into <paramref name="changes"/>.
    /// </summary>
    public static void Write(Entity changes, Entity merged, int decimals)
    {
        LineSums lines = LineSums.OfHeader(merged);
        decimal percentage = merged.GetAttributeValue<decimal?>(SalesColumns.DiscountPercentage) ?? 0m;
        decimal discounts = merged.Amount(SalesColumns.Discount)
            + LineAmounts.Round(lines.Net * percentage / 100m, decimals);
        decimal lessFreight = lines.Net - discounts;
        decimal total = lessFreight + merged.Amount(SalesColumns.Freight) + lines.Tax;

        changes[SalesColumns.DiscountTotal] = new Money(discounts + lines.Discount);
        changes[SalesColumns.TotalLessFreight] = new Money(lessFreight);
        changes[SalesColumns.Total] = new Money(total);
    }
}
