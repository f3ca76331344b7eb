using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// The days on which a customer bought or returned something, as they are stored with the assessment: a training or a
/// changed threshold knows the past of every day without reading an order.
/// </summary>
internal sealed class OrderHistory
{
    private const char Between = ';', Within = ':';

    public OrderHistory(IReadOnlyList<OrderFact> facts, int orders)
    {
        Facts = facts;
        Orders = orders;
    }

    /// <summary>In order of days; purchases and returns of a day are two facts.</summary>
    public IReadOnlyList<OrderFact> Facts { get; }

    public int Orders { get; }

    /// <summary>Only what had happened by the end of that day.</summary>
    public CustomerStatistics Until(Day day) => CustomerStatistics.Of(Facts, day);

    /// <summary>What came back, as an amount of 0 or more.</summary>
    public decimal Returns => -Facts.Where(fact => !fact.IsPurchase).Sum(fact => fact.Net);

    /// <summary>Day and net value, a return below zero: <c>2026-03-01:120.5;2026-04-02:-20</c>.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (OrderFact fact in Facts)
        {
            if (text.Length > 0) text.Append(Between);
            text.Append(fact.On).Append(Within).Append(fact.Net.ToString("0.####", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>What cannot be read is left out: the next refresh writes it anew.</summary>
    public static OrderHistory Parse(string? text, int orders)
    {
        var facts = new List<OrderFact>();
        foreach (string part in (text ?? "").Split(Between))
        {
            string[] pair = part.Split(Within);
            if (pair.Length == 2 && Day.TryParse(pair[0], out Day on)
                && decimal.TryParse(pair[1], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal net))
                facts.Add(new OrderFact(on, net));
        }

        return new OrderHistory(facts, orders);
    }
}
