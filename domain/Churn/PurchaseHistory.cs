using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What the models need to know of one customer's orders, and nothing more: sufficient statistics, kept up by the order
/// path, so that training never reads an order again. One day with orders is one transaction; days are UTC dates.
/// </summary>
public sealed record PurchaseHistory
{
    private const double DaysPerWeek = 7;

    private PurchaseHistory()
    {
    }

    /// <summary>Days with at least one order; at least 1.</summary>
    public int OrderDays { get; private init; }

    public DateTime FirstDay { get; private init; }

    public DateTime LastDay { get; private init; }

    /// <summary>Sum of the net order values in base currency.</summary>
    public decimal Value { get; private init; }

    /// <summary>Sum of the natural logarithms of the gaps between order days, in weeks; regularity needs it.</summary>
    public double SumOfLogGaps { get; private init; }

    /// <summary>Orders after the first: x of the literature. 0 marks a one-time buyer.</summary>
    public int RepeatOrders => OrderDays - 1;

    /// <summary>Weeks from the first order to the last: t_x. 0 without a repeat order.</summary>
    public double Recency => (LastDay - FirstDay).TotalDays / DaysPerWeek;

    public static PurchaseHistory StartingWith(DateTime orderedOn, decimal net) => new()
    {
        OrderDays = 1,
        FirstDay = orderedOn.Date,
        LastDay = orderedOn.Date,
        Value = net,
    };

    /// <summary>
    /// Adds an order of the last day or of a later one. A second order of a day adds value, not frequency. An earlier
    /// day is a programmer's error: a history that changes backwards has to be counted anew.
    /// </summary>
    public PurchaseHistory Then(DateTime orderedOn, decimal net)
    {
        DateTime day = orderedOn.Date;
        if (day < LastDay) throw new ArgumentOutOfRangeException(nameof(orderedOn),
            "Orders are added in order of date.");
        if (day == LastDay) return this with { Value = Value + net };
        return this with
        {
            OrderDays = OrderDays + 1,
            LastDay = day,
            Value = Value + net,
            SumOfLogGaps = SumOfLogGaps + Math.Log((day - LastDay).TotalDays / DaysPerWeek),
        };
    }

    /// <summary>The history as the models read it on a day: x, t_x and T in weeks.</summary>
    public ObservedOrders ObservedUntil(DateTime day)
    {
        if (day.Date < LastDay) throw new ArgumentOutOfRangeException(nameof(day),
            "The observation ends before the last order.");
        return new ObservedOrders(RepeatOrders, Recency, (day.Date - FirstDay).TotalDays / DaysPerWeek);
    }
}
