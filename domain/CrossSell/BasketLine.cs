using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>A product of an order; what came back has a quantity below zero.</summary>
public sealed record BasketLine(string Product, decimal Quantity, string Family)
{
    private const char LineEnd = ';', Separator = '=';

    /// <summary>One entry a product, in ordinal order.</summary>
    public static string Write(IEnumerable<BasketLine> lines) => string.Join(";", lines
        .GroupBy(line => line.Product)
        .OrderBy(lines => lines.Key, StringComparer.Ordinal)
        .Select(lines => string.Join(
            "=",
            lines.Key,
            lines.Sum(line => line.Quantity).ToString(CultureInfo.InvariantCulture),
            lines.First().Family)));

    /// <summary>Leaves out what this class did not write.</summary>
    public static IReadOnlyList<BasketLine> Read(string? text)
    {
        List<BasketLine> lines = [];
        foreach (string entry in (text ?? "").Split(LineEnd))
        {
            string[] parts = entry.Split(Separator);
            if (parts.Length == 3 && decimal.TryParse(
                parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal quantity))
                lines.Add(new BasketLine(parts[0], quantity, parts[2]));
        }

        return lines;
    }
}
