using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What a redemption takes off a document: a discount on the net price, and of every line the tax on its share of that
/// discount. Both together are the redeemed value, to the smallest unit, so that points worth 10.00 lower the payable
/// amount by 10.00 whatever the rates are. Fixed levies stay.
/// </summary>
public sealed class TaxedDiscount
{
    private TaxedDiscount(decimal discount, IReadOnlyList<decimal> taxReductions)
    {
        Discount = discount;
        TaxReductions = taxReductions;
    }

    /// <summary>On the document, before tax.</summary>
    public decimal Discount { get; }

    /// <summary>One for each line, in their order; never more than the line's tax.</summary>
    public IReadOnlyList<decimal> TaxReductions { get; }

    /// <summary>
    /// With base B (net of all lines less the discount that the document has) and proportional tax T, the discount is
    /// value * B / (B + T), rounded down; the rest of the value is tax, shared out by the lines' taxes.
    /// </summary>
    /// <param name="value">
    /// Above 0. What exceeds B + T (it pays for freight or levies) is discount only, as there is no more tax to lower.
    /// </param>
    /// <param name="discount">That the document carries already.</param>
    /// <param name="decimals">Of the document's currency, 0 to 4.</param>
    public static TaxedDiscount Of(decimal value, IReadOnlyList<TaxedLine> lines, decimal discount, int decimals)
    {
        Require.That(value > 0, "a value above zero");
        decimal[] taxes = lines.Select(line => line.IsFixedLevy ? 0m : Math.Max(0m, line.Tax)).ToArray();
        decimal tax = taxes.Sum();
        decimal price = lines.Sum(line => line.Net) - discount;
        if (tax <= 0 || price <= 0) return new TaxedDiscount(value, new decimal[lines.Count]);

        decimal unit = SmallestUnit(decimals);
        decimal lower = decimal.Floor(value * price / (price + tax) / unit) * unit;
        decimal ofTax = Math.Min(value - lower, decimal.Floor(tax / unit) * unit);
        return new TaxedDiscount(value - ofTax, Shares(ofTax, taxes, unit));
    }

    private static decimal SmallestUnit(int decimals)
    {
        Require.That(decimals >= 0 && decimals <= 4, "0 to 4 decimals");
        return new decimal(1, 0, 0, false, (byte)decimals);
    }

    /// <summary>
    /// The largest remainder may exceed a tiny tax by less than a unit: the next line takes what is over.
    /// </summary>
    private static decimal[] Shares(decimal total, decimal[] taxes, decimal unit)
    {
        decimal[] shares = Apportion.Whole((long)(total / unit), taxes)
            .Select(units => units * unit)
            .ToArray();
        decimal over = 0m;
        for (int at = 0; at < shares.Length; at++)
        {
            decimal most = decimal.Floor(taxes[at] / unit) * unit;
            decimal wanted = shares[at] + over;
            shares[at] = Math.Min(wanted, most);
            over = wanted - shares[at];
        }

        for (int at = 0; at < shares.Length && over > 0; at++)
        {
            decimal more = Math.Min(over, decimal.Floor(taxes[at] / unit) * unit - shares[at]);
            shares[at] += more;
            over -= more;
        }

        return shares;
    }
}
