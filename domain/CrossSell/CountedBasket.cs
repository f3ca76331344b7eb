using System.Collections.Generic;
using System.Globalization;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What of one order stands in the counts, so that exactly that can be taken out again: group and products of the
/// three windows. Its text is compared to see whether anything has changed.
/// </summary>
public sealed record CountedBasket
{
    private const char Part = '|';

    public static CountedBasket Nothing { get; } = new();

    public BuyerGroup Group { get; init; }

    public IReadOnlyList<string> Order { get; init; } = [];

    public IReadOnlyList<string> WithinDays { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <returns><see cref="Nothing"/> for text that this class did not write.</returns>
    public static CountedBasket Parse(string? text)
    {
        string[] parts = (text ?? "").Split(Part);
        if (parts.Length != 4) return Nothing;
        bool isGroup = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int group);
        return new CountedBasket
        {
            Group = isGroup ? (BuyerGroup)group : BuyerGroup.Everybody,
            Order = ProductList.Read(parts[1]),
            WithinDays = ProductList.Read(parts[2]),
            Categories = ProductList.Read(parts[3]),
        };
    }

    /// <summary>Empty for nothing.</summary>
    public string ToText() => Order.Count == 0 && WithinDays.Count == 0 && Categories.Count == 0
        ? ""
        : string.Join("|", ((int)Group).ToString(CultureInfo.InvariantCulture), ProductList.Write(Order),
            ProductList.Write(WithinDays), ProductList.Write(Categories));
}
