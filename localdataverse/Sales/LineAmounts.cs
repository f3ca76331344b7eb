using System;

namespace Dataverse.Local.Sales;

/// <summary>
/// The arithmetic of one line. Amount = (price per unit - volume discount per unit) x quantity; extended amount =
/// amount - manual discount + tax. Rounded to the decimals of the currency, halves away from zero.
/// </summary>
internal sealed record LineAmounts(decimal Base, decimal Extended)
{
    public static LineAmounts Of(LinePrices prices, int decimals)
    {
        decimal amount = Round((prices.PerUnit - prices.VolumeDiscount) * prices.Quantity, decimals);
        return new LineAmounts(amount, Round(amount - prices.ManualDiscount + prices.Tax, decimals));
    }

    public static decimal Round(decimal amount, int decimals) =>
        Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
}
