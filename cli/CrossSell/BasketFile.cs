using System;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>
/// The baskets of a file. A line is bought if its quantity and its amount are positive and its order is no
/// cancellation; returns count for nothing. Baskets of unknown customers count too.
/// </summary>
/// <param name="Lines">Lines that were bought.</param>
/// <param name="OtherLines">Lines that were no purchases.</param>
/// <param name="MalformedLines">Lines that were left out.</param>
internal sealed record BasketFile(BasketTable Table, int Lines, int OtherLines, int MalformedLines)
{
    public static BasketFile Read(string path, Terminal terminal)
    {
        using OrderFile file = OrderFile.Open(path);
        int cancelled = 0;
        BasketFile read = terminal.WithProgress("Reading orders", progress => Read(file, progress, out cancelled));
        if (read.Table.Count == 0)
            throw NoPurchase.In(path, "a positive quantity and a positive amount", file.Malformed, cancelled);
        file.Malformed.Tell(terminal);
        return read;
    }

    private static BasketFile Read(OrderFile file, Action<double> progress, out int cancelled)
    {
        BasketTableBuilder builder = new();
        int lines = 0, others = 0;
        cancelled = 0;
        foreach (OrderLine line in file.Read(progress))
        {
            if (line.OrderId.StartsWith('C')) cancelled++;
            if (line.Quantity <= 0 || line.Amount <= 0 || line.OrderId.StartsWith('C')) others++;
            else if (builder.Add(line.OrderId, line.CustomerId, line.OrderedOn, line.ProductId)) lines++;
            else file.Malformed.Add(line.Number, $"gives order {line.OrderId} another customer than a line before");
        }

        return new BasketFile(builder.Build(), lines, others, file.Malformed.Count);
    }
}
