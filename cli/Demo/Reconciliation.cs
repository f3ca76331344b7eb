using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Orders;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Cli.Demo;

/// <summary>Adds up what went in and what is there, independently of each other.</summary>
internal static class Reconciliation
{
    private const int Fulfilled = 3;
    private const int Cancelled = 2;

    public static Totals Expected(Business business)
    {
        IEnumerable<Order> earning = business.Orders.Where(order => !order.IsCancelled && order.CustomerId.Length > 0);
        return new Totals(
            business.Orders.LongCount(order => !order.IsCancelled),
            business.Orders.LongCount(order => order.IsCancelled),
            business.Book.LineCount,
            business.Book.Amount,
            business.Book.Amount,
            earning.GroupBy(order => order.CustomerId).Sum(PointsOf));
    }

    // One point for every whole unit of money. A negative total is a return: it takes points back, as many as there
    // are.
    private static long PointsOf(IEnumerable<Order> ofOneCustomer)
    {
        long balance = 0;
        foreach (Order order in ofOneCustomer.OrderBy(order => order.OrderedOn))
            balance = Math.Max(0, balance + (long)decimal.Truncate(order.Amount));
        return balance;
    }

    /// <param name="from">First time at which a row may have been created; the last one is the clock's.</param>
    public static Totals Stored(IOrganizationService service, DateTime from, DateTime until)
    {
        PagedAggregate orders = new(service, "salesorder", """
            <attribute name="statecode" alias="state" groupby="true" />
            <attribute name="salesorderid" alias="count" aggregate="count" />
            <attribute name="totalamount" alias="amount" aggregate="sum" />
            """);
        PagedAggregate lines = new(service, "salesorderdetail", """
            <attribute name="salesorderdetailid" alias="count" aggregate="count" />
            <attribute name="extendedamount" alias="amount" aggregate="sum" />
            """);
        PagedAggregate entries = new(service, Names.Entry, $"""
            <attribute name="{Names.Points}" alias="points" aggregate="sum" />
            """);
        Entity[] byState = [.. orders.Run(from, until)];
        Entity[] lineSums = [.. lines.Run(from, until)];
        return new Totals(
            byState.Where(row => State(row) == Fulfilled).Sum(Count),
            byState.Where(row => State(row) == Cancelled).Sum(Count),
            lineSums.Sum(Count),
            lineSums.Sum(Amount),
            byState.Sum(Amount),
            entries.Run(from, until).Sum(row => Number(row, "points")));
    }

    private static int State(Entity row) => Value(row, "state") is OptionSetValue state ? state.Value : -1;

    private static long Count(Entity row) => Number(row, "count");

    private static long Number(Entity row, string alias) => Convert.ToInt64(Value(row, alias) ?? 0);

    private static decimal Amount(Entity row) => Value(row, "amount") is Money amount ? amount.Value : 0;

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value;
}
