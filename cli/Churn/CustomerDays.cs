using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>
/// The order days of every customer of a file. Only clean lines are purchases: with a customer, a positive quantity and
/// a positive amount, of an order that is no cancellation. The lines of a day are one transaction.
/// </summary>
internal sealed class CustomerDays
{
    private readonly Dictionary<string, List<OrderDay>> days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OrderFact>> returns = new(StringComparer.Ordinal);

    private int cancelledLines;

    private CustomerDays()
    {
    }

    /// <summary>Day of the first purchase of all.</summary>
    public Day First { get; private set; } = Day.Last;

    public Day Last { get; private set; }

    public int Customers => days.Count;

    /// <summary>Lines that are no purchases: returns, cancellations, unknown customers.</summary>
    public int OtherLines { get; private set; }

    public int MalformedLines { get; private set; }

    /// <summary>Reads a file that has to hold a purchase.</summary>
    public static CustomerDays Open(string path, Terminal terminal)
    {
        using OrderFile file = OrderFile.Open(path);
        CustomerDays read = terminal.WithProgress("Reading orders", progress => Read(file, progress));
        read.MalformedLines = file.Malformed.Count;
        if (read.Customers == 0)
        {
            throw NoPurchase.In(
                path, "a customer, a positive quantity and a positive amount", file.Malformed, read.cancelledLines);
        }

        file.Malformed.Tell(terminal);
        return read;
    }

    public static CustomerDays Read(OrderFile file, Action<double>? progress = null)
    {
        CustomerDays read = new();
        foreach (OrderLine line in file.Read(progress))
        {
            bool purchase = line.CustomerId.Length > 0 && line.Quantity > 0 && line.Amount > 0
                && !line.OrderId.StartsWith('C');
            if (purchase) read.Add(line);
            else read.AddOther(line);
        }

        foreach (List<OrderDay> each in read.days.Values) Merge(each);
        return read;
    }

    /// <summary>The day itself, or that of the last order; before the first order nobody is known.</summary>
    public Day CheckedDay(DateOnly? given, string option)
    {
        Day day = given is { } date ? new Day(date.Year, date.Month, date.Day) : Last;
        if (day >= First) return day;
        throw new UsageException($"{option} is before the first order, {First}.");
    }

    /// <summary>Purchases, a fact a day, and returns of every customer, in ordinal order of their ids.</summary>
    public IEnumerable<CustomerOrders> Facts() =>
        from customer in days.OrderBy(each => each.Key, StringComparer.Ordinal)
        let purchases = customer.Value.Select(day => new OrderFact(day.Day, day.Amount))
        select new CustomerOrders(customer.Key, [.. purchases.Concat(returns.GetValueOrDefault(customer.Key) ?? [])]);

    /// <summary>Customers with an order up to and including that day, in ordinal order of their ids.</summary>
    public IEnumerable<CustomerHistory> Until(Day day) =>
        from customer in days.OrderBy(each => each.Key, StringComparer.Ordinal)
        where customer.Value[0].Day <= day
        select new CustomerHistory(customer.Key, StatisticsOf(customer.Value, day));

    /// <summary>The same, with what the days after the cut-off up to and including the end brought.</summary>
    public IReadOnlyList<HoldoutCase> CasesAt(Day cutOff, Day end) =>
        [.. from customer in Until(cutOff)
            let later = days[customer.Id].Where(day => day.Day > cutOff && day.Day <= end).ToArray()
            select new HoldoutCase
            {
                Orders = customer.Statistics.ObservedUntil(cutOff),
                OrderDays = customer.Statistics.OrderDays,
                Value = customer.Statistics.Value,
                LaterOrderDays = later.Length,
                LaterValue = later.Sum(day => day.Amount),
            }];

    public PurchaseCells CellsAt(Day cutOff, CellWidth width)
    {
        PurchaseCells cells = new(width);
        foreach (CustomerHistory customer in Until(cutOff)) cells.Add(customer.Statistics, cutOff);
        return cells;
    }

    private static CustomerStatistics StatisticsOf(List<OrderDay> days, Day until) =>
        days.TakeWhile(day => day.Day <= until)
            .Aggregate(CustomerStatistics.Empty, (statistics, day) => statistics.Then(day.Day, day.Amount));

    private static void Merge(List<OrderDay> lines)
    {
        OrderDay[] merged = [.. lines.GroupBy(line => line.Day)
            .Select(day => new OrderDay(day.Key, day.Sum(line => line.Amount)))
            .OrderBy(day => day.Day)];
        lines.Clear();
        lines.AddRange(merged);
    }

    private void Add(OrderLine line)
    {
        if (!days.TryGetValue(line.CustomerId, out List<OrderDay>? mine)) days.Add(line.CustomerId, mine = []);
        Day day = Day.Of(line.OrderedOn);
        if (mine.Count > 0 && mine[^1].Day == day) mine[^1] = new OrderDay(day, mine[^1].Amount + line.Amount);
        else mine.Add(new OrderDay(day, line.Amount));
        if (day < First) First = day;
        if (day > Last) Last = day;
    }

    // A negative amount of a known customer is a return; a cancelled order with a positive one never took place.
    private void AddOther(OrderLine line)
    {
        OtherLines++;
        if (line.OrderId.StartsWith('C')) cancelledLines++;
        if (line.CustomerId.Length == 0 || line.Amount >= 0) return;
        if (!returns.TryGetValue(line.CustomerId, out List<OrderFact>? mine)) returns.Add(line.CustomerId, mine = []);
        mine.Add(new OrderFact(Day.Of(line.OrderedOn), line.Amount));
    }

    private readonly record struct OrderDay(Day Day, decimal Amount);
}
