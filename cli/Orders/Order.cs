using System;
using System.Collections.Generic;

namespace CrmExtensions.Cli.Orders;

/// <summary>All lines of one order id; never without a line.</summary>
internal sealed class Order(OrderLine first)
{
    private readonly List<OrderLine> lines = [first];

    public string Id { get; } = first.OrderId;

    /// <summary>Empty where the seller does not know the customer.</summary>
    public string CustomerId { get; } = first.CustomerId;

    /// <summary>The earliest date among the lines, UTC.</summary>
    public DateTime OrderedOn { get; private set; } = first.OrderedOn;

    /// <summary>In file order.</summary>
    public IReadOnlyList<OrderLine> Lines => lines;

    /// <summary>An order id that starts with C names a cancellation, as wholesalers' exports write it.</summary>
    public bool IsCancelled => Id.StartsWith('C');

    public decimal Amount
    {
        get
        {
            decimal sum = 0;
            foreach (OrderLine line in lines) sum += line.Amount;
            return sum;
        }
    }

    public void Add(OrderLine line)
    {
        lines.Add(line);
        if (line.OrderedOn < OrderedOn) OrderedOn = line.OrderedOn;
    }
}
