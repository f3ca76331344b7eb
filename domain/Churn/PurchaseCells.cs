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
        Add(KeyOf(Width, customer.RepeatOrders, recency, age), 1);
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

    internal void Add(long key, long customers)
    {
        _customers.TryGetValue(key, out long before);
        _customers[key] = before + customers;
        Customers += customers;
    }

    /// <summary>How many customers each packed cell holds.</summary>
    internal IEnumerable<KeyValuePair<long, long>> InOrder => _customers.OrderBy(cell => cell.Key);

    internal static long KeyOf(CellWidth width, int repeatOrders, int recencyDays, int ageDays) =>
        KeyOf(repeatOrders, Units(width, recencyDays), Units(width, ageDays));

    internal static long KeyOf(int repeatOrders, long recencyUnits, long ageUnits) =>
        ((long)repeatOrders << (2 * BitsOfTime)) | (recencyUnits << BitsOfTime) | ageUnits;

    internal static int RepeatsOf(long key) => (int)(key >> (2 * BitsOfTime));

    internal static long RecencyOf(long key) => (key >> BitsOfTime) & TimeMask;

    internal static long AgeOf(long key) => key & TimeMask;

    internal static ObservedOrders OrdersOf(CellWidth width, long key) => new(
        RepeatsOf(key), Weeks(width, RecencyOf(key)), Weeks(width, AgeOf(key)));

    // Rounding keeps the order of recency and age.
    private static long Units(CellWidth width, int days) => (days + ((int)width / 2)) / (int)width;

    private PurchaseCell CellOf(KeyValuePair<long, long> cell) => new()
    {
        Orders = OrdersOf(Width, cell.Key),
        Customers = cell.Value,
    };

    private static double Weeks(CellWidth width, long units) => units * (int)width / DaysPerWeek;
}
