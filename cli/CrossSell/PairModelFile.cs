using System;
using System.IO;
using System.Text.Json;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>The counts of every product and its partners as JSON.</summary>
internal static class PairModelFile
{
    /// <param name="path">As it was given; null: nothing is to be written.</param>
    /// <param name="orders">The file that is read.</param>
    /// <exception cref="UsageException">Empty, or the file of orders itself, which would be lost.</exception>
    public static string? Checked(string? path, string orders)
    {
        if (path is null) return null;
        if (path.Length == 0) throw new UsageException("--out is empty; give the path of the JSON file to write.");
        bool isInput = orders.Length > 0
            && Path.GetFullPath(path).Equals(Path.GetFullPath(orders), StringComparison.OrdinalIgnoreCase);
        return !isInput
            ? path
            : throw new UsageException("--out is the file of orders, which would be overwritten; give another path.");
    }

    public static void Write(string path, BasketTable table, PairModel model)
    {
        try
        {
            using FileStream file = File.Create(path);
            using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
            Write(json, table, model.Pairs);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written ({e.Message}); give --out another path.", e);
        }
    }

    private static void Write(Utf8JsonWriter json, BasketTable table, PairTable pairs)
    {
        json.WriteStartObject();
        json.WriteNumber("baskets", pairs.Totals.BasketsOfAll);
        json.WriteStartArray("products");
        for (int product = 0; product < table.Products.Count; product++)
        {
            json.WriteStartObject();
            json.WriteString("product", table.Products[product]);
            json.WriteNumber("baskets", pairs.Totals.Baskets(product));
            json.WriteNumber("sharedBaskets", pairs.Totals.SharedBaskets(product));
            json.WriteStartArray("partners");
            foreach (int partner in pairs.PartnersOf(product))
            {
                pairs.TryFind(product, partner, out PairCount count);
                json.WriteStartObject();
                json.WriteString("product", table.Products[partner]);
                json.WriteNumber("together", count.Together);
                json.WriteNumber("weight", count.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
