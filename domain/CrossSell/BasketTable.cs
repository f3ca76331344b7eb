using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// All baskets of a file as numbers: baskets by date, then as they came; the products of a basket once each, ascending.
/// Products are numbered in ordinal order of their ids. Four bytes a line, and the ids.
/// </summary>
public sealed class BasketTable
{
    /// <summary>The customer number of a basket that nobody is known to have bought.</summary>
    public const int NoCustomer = -1;

    private readonly int[] customerOf;
    private readonly DateTime[] dates;
    private readonly Dictionary<string, int> customerNumbers;

    internal BasketTable(BasketTableBuilder.Parts parts)
    {
        Products = parts.Products;
        Customers = parts.Customers;
        Starts = parts.Starts;
        Items = parts.Items;
        customerOf = parts.CustomerOf;
        dates = parts.Dates;
        customerNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Customers.Count; i++) customerNumbers.Add(Customers[i], i);
    }

    public int Count => Starts.Length - 1;

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>In the order of their first line.</summary>
    public IReadOnlyList<string> Customers { get; }

    internal int[] Starts { get; }

    internal int[] Items { get; }

    public IReadOnlyList<int> this[int basket] =>
        new ArraySegment<int>(Items, Starts[basket], Starts[basket + 1] - Starts[basket]);

    public DateTime DateOf(int basket) => dates[basket];

    public int CustomerOf(int basket) => customerOf[basket];

    /// <returns>False for an id that stands in no basket.</returns>
    public bool TryFindCustomer(string id, out int customer) => customerNumbers.TryGetValue(id, out customer);

    /// <returns>False for an id that stands in no basket.</returns>
    public bool TryFindProduct(string id, out int product)
    {
        product = Array.BinarySearch((string[])Products, id, StringComparer.Ordinal);
        return product >= 0;
    }

    /// <summary>Per customer, the numbers of the baskets, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> BasketsByCustomer()
    {
        var lists = new List<int>[Customers.Count];
        for (int i = 0; i < lists.Length; i++) lists[i] = [];
        for (int basket = 0; basket < Count; basket++)
        {
            if (customerOf[basket] != NoCustomer) lists[customerOf[basket]].Add(basket);
        }

        return lists;
    }

    /// <summary>Per product, how many of these baskets it is in.</summary>
    public int[] Popularity(IReadOnlyList<int> baskets)
    {
        var counts = new int[Products.Count];
        foreach (int basket in baskets)
        {
            for (int i = Starts[basket]; i < Starts[basket + 1]; i++) counts[Items[i]]++;
        }

        return counts;
    }

    /// <summary>The numbers of all baskets.</summary>
    public int[] All()
    {
        var all = new int[Count];
        for (int i = 0; i < all.Length; i++) all[i] = i;
        return all;
    }
}
