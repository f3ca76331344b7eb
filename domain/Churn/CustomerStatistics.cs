using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What the models need to know of a customer's orders, and nothing more: sufficient statistics, kept up by the order
/// path, so that training never reads an order again. One day with orders is one transaction. Amounts are in base
/// currency; sums are decimals, so that merging gives the same value in every order.
/// </summary>
public sealed record CustomerStatistics
{
    /// <summary>As far back as single months are kept, counted from the latest one.</summary>
    public const int MonthsKept = 36;

    internal const int LogDecimals = 9;

    private const double DaysPerWeek = 7;

    public static readonly CustomerStatistics Empty = new();

    /// <summary>Days with at least one order; 0 for a customer who never ordered.</summary>
    public int OrderDays { get; internal init; }

    /// <summary>Day of the first order; without a meaning where there is none.</summary>
    public Day FirstDay { get; internal init; }

    /// <summary>Net value of the first order day.</summary>
    public decimal FirstValue { get; internal init; }

    public Day LastDay { get; internal init; }

    /// <summary>Net value of the last order day so far.</summary>
    public decimal LastValue { get; internal init; }

    /// <summary>Net value of everything, returns taken off.</summary>
    public decimal Value { get; internal init; }

    /// <summary>Sum of the squared values of the order days, returns not taken off.</summary>
    public decimal SquaredValue { get; internal init; }

    /// <summary>How many gaps between order days were seen; merged customers bring their own gaps only.</summary>
    public int Gaps { get; internal init; }

    /// <summary>Their sum in days.</summary>
    public int GapDays { get; internal init; }

    /// <summary>Sum of their natural logarithms in weeks, each to nine decimals; regularity needs it.</summary>
    public decimal LogGaps { get; internal init; }

    /// <summary>Months with orders or returns, ascending, the last <see cref="MonthsKept"/> months only.</summary>
    public IReadOnlyList<MonthActivity> Months { get; internal init; } = new MonthActivity[0];

    /// <summary>Orders after the first: x of the literature. 0 marks a one-time buyer.</summary>
    public int RepeatOrders => Math.Max(0, OrderDays - 1);

    /// <summary>Weeks from the first order to the last: t_x. 0 without a repeat order.</summary>
    public double Recency => LastDay.DaysSince(FirstDay) / DaysPerWeek;

    /// <summary>Own rhythm in days; null without a gap.</summary>
    public double? MeanGapDays => Gaps == 0 ? null : GapDays / (double)Gaps;

    /// <summary>Mean value of an order day, returns taken off; null without an order.</summary>
    public decimal? MeanOrderValue => OrderDays == 0 ? null : Value / OrderDays;

    public static CustomerStatistics StartingWith(Day orderedOn, decimal net) => Empty.Then(orderedOn, net);

    /// <summary>
    /// Counts anew, as after a cancelled or a back-dated order: recency falls back to the order before.
    /// </summary>
    /// <param name="facts">In any order; later ones than <paramref name="until"/> are left out.</param>
    /// <param name="until">Last day that counts.</param>
    public static CustomerStatistics Of(IEnumerable<OrderFact> facts, Day until)
    {
        OrderFact[] known = facts.Where(fact => fact.On <= until).OrderBy(fact => fact.On).ToArray();
        CustomerStatistics counted = known.Where(fact => fact.IsPurchase)
            .Aggregate(Empty, (statistics, fact) => statistics.Then(fact.On, fact.Net));
        return known.Where(fact => !fact.IsPurchase)
            .Aggregate(counted, (statistics, fact) => statistics.Less(fact.On, -fact.Net));
    }

    /// <summary>
    /// Adds an order of the last day or of a later one. A second order of a day adds value, not frequency. An earlier
    /// day is a programmer's error: statistics that change backwards have to be counted anew.
    /// </summary>
    public CustomerStatistics Then(Day orderedOn, decimal net)
    {
        if (OrderDays > 0 && orderedOn < LastDay) throw new ArgumentOutOfRangeException(nameof(orderedOn),
            "Orders are added in order of date.");
        if (OrderDays > 0 && orderedOn == LastDay) return MoreOfLastDay(net);
        bool isFirst = OrderDays == 0;
        int gap = isFirst ? 0 : orderedOn.DaysSince(LastDay);
        return this with
        {
            OrderDays = OrderDays + 1,
            FirstDay = isFirst ? orderedOn : FirstDay,
            FirstValue = isFirst ? net : FirstValue,
            LastDay = orderedOn,
            LastValue = net,
            Value = Value + net,
            SquaredValue = SquaredValue + Squared(net),
            Gaps = Gaps + (isFirst ? 0 : 1),
            GapDays = GapDays + gap,
            LogGaps = isFirst ? 0 : LogGaps + Math.Round((decimal)Math.Log(gap / DaysPerWeek), LogDecimals),
            Months = MonthList.Sum(Months, MonthList.Of(orderedOn, 1, net)),
        };
    }

    /// <summary>Takes the value of a return off; order days and recency stay as they are.</summary>
    /// <param name="on">Day of the return.</param>
    /// <param name="value">0 or more.</param>
    public CustomerStatistics Less(Day on, decimal value)
    {
        Require.That(value >= 0, "a return without a sign");
        return this with { Value = Value - value, Months = MonthList.Sum(Months, MonthList.Of(on, 0, -value)) };
    }

    /// <summary>
    /// Several customers as one, such as an account with its contacts; in any order and grouping the same. A day on
    /// which two of them ordered counts twice, and nobody's gap reaches into another's orders.
    /// </summary>
    public CustomerStatistics Merge(CustomerStatistics other)
    {
        if (OrderDays == 0 || other.OrderDays == 0) return Sum(other, OrderDays == 0 ? other : this);
        bool sameFirst = FirstDay == other.FirstDay, sameLast = LastDay == other.LastDay;
        CustomerStatistics first = FirstDay < other.FirstDay ? this : other;
        CustomerStatistics last = LastDay > other.LastDay ? this : other;
        return Sum(other, this) with
        {
            FirstDay = first.FirstDay,
            FirstValue = sameFirst ? FirstValue + other.FirstValue : first.FirstValue,
            LastDay = last.LastDay,
            LastValue = sameLast ? LastValue + other.LastValue : last.LastValue,
        };
    }

    /// <summary>Order days of the months from <paramref name="first"/> to <paramref name="last"/>, both
    /// included.</summary>
    public int OrderDaysIn(int first, int last) =>
        Months.Where(month => month.Month >= first && month.Month <= last).Sum(month => month.OrderDays);

    public decimal ValueIn(int first, int last) =>
        Months.Where(month => month.Month >= first && month.Month <= last).Sum(month => month.Value);

    /// <summary>Days since the last order; 0 for an order of today or, from a wrong clock, of tomorrow.</summary>
    public int SilentDays(Day today) => Math.Max(0, today.DaysSince(LastDay));

    /// <summary>The history as the models read it on a day: x, t_x and T in weeks.</summary>
    public ObservedOrders ObservedUntil(Day day)
    {
        Require.That(OrderDays > 0, "a customer with an order");
        if (day < LastDay) throw new ArgumentOutOfRangeException(nameof(day),
            "The observation ends before the last order.");
        return new ObservedOrders(RepeatOrders, Recency, day.DaysSince(FirstDay) / DaysPerWeek);
    }

    /// <summary>Canonical JSON, the same characters on every machine.</summary>
    public string ToJson() => StatisticsJson.Text(this);

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static CustomerStatistics? Parse(string text) => StatisticsJson.Parse(text);

    private CustomerStatistics MoreOfLastDay(decimal net) => this with
    {
        FirstValue = OrderDays == 1 ? FirstValue + net : FirstValue,
        LastValue = LastValue + net,
        Value = Value + net,
        SquaredValue = SquaredValue - Squared(LastValue) + Squared(LastValue + net),
        Months = MonthList.Sum(Months, MonthList.Of(LastDay, 0, net)),
    };

    private CustomerStatistics Sum(CustomerStatistics other, CustomerStatistics dates) => dates with
    {
        OrderDays = OrderDays + other.OrderDays,
        Value = Value + other.Value,
        SquaredValue = SquaredValue + other.SquaredValue,
        Gaps = Gaps + other.Gaps,
        GapDays = GapDays + other.GapDays,
        LogGaps = LogGaps + other.LogGaps,
        Months = MonthList.Sum(Months, other.Months),
    };

    // Two decimals keep the squares of large amounts, and their sum, inside a decimal.
    private static decimal Squared(decimal value) => Math.Round(value * value, 2);
}
