using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// How one customer buys one product: how often, the sum of the gaps in days between these purchases, when last, and
/// how much of it is recent. Several purchases of a day are one.
/// </summary>
public readonly struct PurchaseRhythm
{
    private PurchaseRhythm(int times, double gapDays, DateTime last, double weight, int lastBasket)
    {
        Times = times;
        GapDays = gapDays;
        Last = last;
        Weight = weight;
        LastBasket = lastBasket;
    }

    public int Times { get; }

    /// <summary>From the first to the last purchase.</summary>
    public double GapDays { get; }

    public DateTime Last { get; }

    /// <summary>Purchases, each worth <see cref="BuyAgain.Decay"/> of it for every later basket up to the last
    /// purchase.</summary>
    public double Weight { get; }

    /// <summary>Which basket of the customer it was last in, counted from 0.</summary>
    public int LastBasket { get; }

    public static PurchaseRhythm First(DateTime on, int basket) => new(1, 0, on.Date, 1, basket);

    /// <param name="on">Not before <see cref="Last"/>.</param>
    /// <param name="basket">Not before <see cref="LastBasket"/>.</param>
    public PurchaseRhythm Then(DateTime on, int basket)
    {
        double gap = (on.Date - Last).TotalDays;
        int times = gap > 0 ? Times + 1 : Times;
        return new PurchaseRhythm(times, GapDays + gap, on.Date, WeightAt(basket) + 1, basket);
    }

    /// <summary>The same at a later basket of the customer: nothing has to be recomputed in between.</summary>
    public double WeightAt(int basket) => Weight * Math.Pow(BuyAgain.Decay, basket - LastBasket);

    /// <summary>
    /// Days after which the product is due again: the customer's own mean gap, with one gap's weight of what is usual
    /// for the product. Null where neither is known: it is not known to be bought again.
    /// </summary>
    public double? Interval(double? usual) => Interval(Times, GapDays, usual);

    /// <summary>The same from stored figures.</summary>
    public static double? Interval(int times, double gapDays, double? usual)
    {
        int gaps = times - 1;
        if (gaps <= 0) return usual;
        return usual is null ? gapDays / gaps : (gapDays + usual.Value) / (gaps + 1);
    }
}
