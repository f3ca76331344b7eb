using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Cuts a document's amount to its lines, its freight or its header, so that the parts add up
/// exactly.</summary>
internal static class AwardPlaces
{
    public static IReadOnlyList<AwardPlace> Of(Purchase purchase, EarningBasis basis, decimal amount)
    {
        IReadOnlyList<PurchaseLine> lines = purchase.LinesById().Where(line => !line.IsRedemption).ToArray();
        decimal freight = basis == EarningBasis.NetLines ? 0 : Math.Max(0, Math.Min(purchase.FreightAmount, amount));
        var places = new List<AwardPlace>();
        if (lines.Count > 0)
        {
            decimal[] weights = lines.Select(line => WeightOf(line, basis)).ToArray();
            IReadOnlyList<decimal> amounts = Apportion.Money(amount - freight, weights);
            places.AddRange(lines.Select((line, at) => new AwardPlace { Line = line, Amount = amounts[at] }));
        }
        else if (amount > freight)
        {
            places.Add(new AwardPlace { Item = BreakdownPart.Header, Amount = amount - freight });
        }

        if (freight > 0) places.Add(new AwardPlace { Item = BreakdownPart.Freight, Amount = freight });
        return places;
    }

    private static decimal WeightOf(PurchaseLine line, EarningBasis basis) =>
        basis == EarningBasis.Gross ? line.NetAmount + line.TaxAmount : line.NetAmount;
}
