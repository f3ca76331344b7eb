using System;
using System.IO;
using System.Text.Json;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>The counts of every product and its partners as JSON.</summary>
internal static class PairModelFile
{
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
