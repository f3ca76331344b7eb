using System;
using System.Collections.Generic;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// Lines grouped into orders, orders in the sequence of their first line. Lines of an order need not stand together.
/// </summary>
internal sealed class OrderBook
{
    private readonly List<Order> orders = [];

    public IReadOnlyList<Order> Orders => orders;

    public int LineCount { get; private set; }

    public decimal Amount { get; private set; }

    /// <param name="malformed">Takes the lines whose customer is not the one that the order's first line names.</param>
    public static OrderBook Group(IEnumerable<OrderLine> lines, MalformedLines malformed)
    {
        OrderBook book = new();
        Dictionary<string, Order> byId = new(StringComparer.Ordinal);
        Order? last = null;
        foreach (OrderLine line in lines)
        {
            Order? order = last is not null && last.Id == line.OrderId ? last : byId.GetValueOrDefault(line.OrderId);
            if (order is null)
            {
                order = new Order(line);
                byId.Add(order.Id, order);
                book.orders.Add(order);
            }
            else if (order.CustomerId != line.CustomerId)
            {
                malformed.Add(line.Number,
                    $"gives order {order.Id} another customer than line {order.Lines[0].Number}");
                continue;
            }
            else
            {
                order.Add(line);
            }

            last = order;
            book.LineCount++;
            book.Amount += line.Amount;
        }

        return book;
    }
}
