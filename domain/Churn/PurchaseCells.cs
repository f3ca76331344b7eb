using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What a fit needs of all customers: counts by frequency, recency and age. Cells of slices add up, in any order, to
/// the cells of the whole, so training is a map-reduce that never sees an order.
/// </summary>
public sealed class PurchaseCells
{
    private const double DaysPerWeek = 7;
    private const int BitsOfTime = 21;
    private const long TimeMask = (1L << BitsOfTime) - 1;

    private readonly Dictionary<long, long> _customers = new();

    public PurchaseCells(CellWidth width = CellWidth.Week) => Width = width;

    public CellWidth Width { get; }

    public long Customers { get; private set; }

    /// <summary>Sum of the logarithms of all gaps, in weeks: the parameter-free part of a likelihood with k above
    /// 1.</summary>
    public double SumOfLogGaps { get; private set; }

    public int Count => _customers.Count;

    public void Add(CustomerStatistics customer, Day until)
    {
        Require.That(customer.OrderDays > 0, "a customer with an order");
        Require.That(until >= customer.LastDay, "an observation that ends on or after the last order");
        int recency = customer.LastDay.DaysSince(customer.FirstDay);
        int age = until.DaysSince(customer.FirstDay);
        Add(KeyOf(customer.RepeatOrders, recency, age), 1);
        SumOfLogGaps += (double)customer.LogGaps;
    }

    /// <summary>Adds the cells of another slice.</summary>
    public void Add(PurchaseCells other)
    {
        Require.That(other.Width == Width, "cells of the same width");
        foreach (KeyValuePair<long, long> cell in other._customers) Add(cell.Key, cell.Value);
        SumOfLogGaps += other.SumOfLogGaps;
    }

    /// <summary>In order of frequency, recency and age, so that equal customers give equal sums on every
    /// machine.</summary>
    public IReadOnlyList<PurchaseCell> ToList() =>
        _customers.OrderBy(cell => cell.Key).Select(CellOf).ToArray();

    private void Add(long key, long customers)
    {
        _customers.TryGetValue(key, out long before);
        _customers[key] = before + customers;
        Customers += customers;
    }

    private long KeyOf(int repeatOrders, int recencyDays, int ageDays) =>
        ((long)repeatOrders << (2 * BitsOfTime)) | (Units(recencyDays) << BitsOfTime) | Units(ageDays);

    // Rounding keeps the order of recency and age.
    private long Units(int days) => (days + ((int)Width / 2)) / (int)Width;

    private PurchaseCell CellOf(KeyValuePair<long, long> cell) => new()
    {
        Orders = new ObservedOrders(
            (int)(cell.Key >> (2 * BitsOfTime)),
            Weeks((cell.Key >> BitsOfTime) & TimeMask),
            Weeks(cell.Key & TimeMask)),
        Customers = cell.Value,
    };

    private double Weeks(long units) => units * (int)Width / DaysPerWeek;
}
