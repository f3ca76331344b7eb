using System;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Quantity, price and discount of an order line such that the platform's arithmetic, round(price x quantity) -
/// discount with prices and amounts of the currency's decimals, gives back the line's total exactly.
/// </summary>
/// <param name="Discount">Never negative, as the platform wants it.</param>
/// <param name="IsWriteIn">
/// Only a line that sells something refers to the product. A return, an adjustment or a gift of zero pieces is a
/// write-in line that names it, so that no statistics of products sold count it.
/// </param>
internal readonly record struct LinePrice(decimal Quantity, decimal PerUnit, decimal Discount, bool IsWriteIn)
{
    /// <param name="decimals">Of the currency, 2 to 4.</param>
    public static LinePrice Of(OrderLine line, int decimals = 2)
    {
        decimal Round(decimal amount) => decimal.Round(amount, decimals, MidpointRounding.AwayFromZero);

        bool sells = line.Quantity > 0 && line.Amount >= 0;
        // No price times zero pieces gives an amount, so the amount is the price of one.
        if (line.Quantity == 0 && line.Amount != 0) return new LinePrice(1, line.Amount, 0, true);
        if (line.Quantity == 0) return new LinePrice(0, 0, 0, true);

        decimal price = Round(line.Amount / line.Quantity);
        decimal step = new(1, 0, 0, line.Quantity < 0, (byte)decimals);
        if (Round(price * line.Quantity) < line.Amount) price += step;
        decimal discount = Round(price * line.Quantity) - line.Amount;
        return new LinePrice(line.Quantity, price, discount, !sells);
    }
}
