using System;

namespace Dataverse.Local.Sales;

/// <summary>
/// The rounding of a price list item: to the next amount that ends in, or is a multiple of, the rounding amount.
/// </summary>
internal sealed record PriceRounding(RoundingPolicy Policy, bool IsMultiple, decimal Amount)
{
    /// <summary>Null: the item says how to round, but not to what.</summary>
    public decimal? Apply(decimal price)
    {
        if (Policy == RoundingPolicy.None)
        {
            return price;
        }

        decimal step = IsMultiple ? Amount : StepOf(Amount);
        if (step <= 0m || Amount < 0m)
        {
            return null;
        }

        decimal ending = IsMultiple ? 0m : Amount;
        decimal steps = (price - ending) / step;
        decimal whole = Policy switch
        {
            RoundingPolicy.Up => Math.Ceiling(steps),
            RoundingPolicy.Down => Math.Floor(steps),
            _ => Math.Round(steps, MidpointRounding.AwayFromZero),
        };
        decimal rounded = (whole * step) + ending;
        return rounded < 0m ? ending : rounded;
    }

    /// <summary>Prices that end in 0.99 lie one apart, prices that end in 9.99 ten.</summary>
    private static decimal StepOf(decimal ending)
    {
        decimal step = 1m;
        while (step <= ending)
        {
            step *= 10m;
        }

        return step;
    }
}
