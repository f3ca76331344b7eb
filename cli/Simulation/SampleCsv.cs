using System.Globalization;
using System.IO;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Simulation;

/// <summary>
/// Writes orders as a CSV of orders; no id of the sample business needs quotes. Line ends are LF everywhere.
/// </summary>
internal static class SampleCsv
{
    public static void Write(OrderBook book, TextWriter writer)
    {
        writer.Write(OrderFile.Header + "\n");
        foreach (Order order in book.Orders)
        {
            foreach (OrderLine line in order.Lines)
            {
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.OrderId},{line.CustomerId},{line.OrderedOn:yyyy-MM-ddTHH:mm:ssZ},{line.ProductId},"));
                writer.Write(
                    string.Create(CultureInfo.InvariantCulture, $"{line.Quantity:0.#####},{line.Amount:0.00##}\n"));
            }
        }
    }
}
