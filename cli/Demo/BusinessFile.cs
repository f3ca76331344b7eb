using System.IO;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.Demo;

/// <summary>One's own orders as a business.</summary>
internal static class BusinessFile
{
    public static Business Read(string path, Terminal terminal)
    {
        using OrderFile file = OrderFile.Open(path);
        string name = Path.GetFileName(path);
        OrderBook book = terminal.WithProgress(
            $"Reading {name}", report => OrderBook.Group(file.Read(report), file.Malformed));
        if (book.Orders.Count > 0) return Business.Of(name, book, file.Malformed);
        if (file.Malformed.Count == 0) throw new CommandException(
            $"{path} holds no orders; add lines below the header.");

        MalformedLine first = file.Malformed.First[0];
        throw new CommandException($"No line of {path} is an order; line {first.Number} {first.Reason}.");
    }
}
