using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Takes order lines as they come, in any order, and makes baskets of them.</summary>
public sealed class BasketTableBuilder
{
    private readonly Dictionary<string, int> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> customers = new(StringComparer.Ordinal);
    private readonly List<string> productIds = [];
    private readonly List<string> customerIds = [];
    private readonly List<int> customerOf = [];
    private readonly List<DateTime> dates = [];
    private readonly List<int> lineOrders = [];
    private readonly List<int> lineProducts = [];
    private string lastId = "";
    private int last = -1;

    /// <param name="customer">Empty where nobody knows.</param>
    /// <returns>False where the order is another customer's already; the line is not taken then.</returns>
    public bool Add(string order, string customer, DateTime on, string product)
    {
        int number = NumberOf(order);
        int buyer = customer.Length == 0 ? BasketTable.NoCustomer : Intern(customer, customers, customerIds);
        if (number == customerOf.Count)
        {
            customerOf.Add(buyer);
            dates.Add(on);
        }
        else if (customerOf[number] != buyer)
        {
            return false;
        }
        else if (on < dates[number])
        {
            dates[number] = on;
        }

        lineOrders.Add(number);
        lineProducts.Add(Intern(product, products, productIds));
        return true;
    }

    public BasketTable Build()
    {
        int[] order = OrderByDate();
        var place = new int[order.Length];
        var parts = new Parts
        {
            Customers = customerIds.ToArray(),
            CustomerOf = new int[order.Length],
            Dates = new DateTime[order.Length],
        };
        for (int i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
            parts.CustomerOf[i] = customerOf[order[i]];
            parts.Dates[i] = dates[order[i]];
        }

        string[] ids = productIds.ToArray();
        var numbers = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++) numbers[i] = i;
        Array.Sort(ids, numbers, StringComparer.Ordinal);
        var rank = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++) rank[numbers[i]] = i;
        parts.Products = ids;
        Fill(parts, place, rank);
        return new BasketTable(parts);
    }

    // Lines of one order stand together in most files.
    private int NumberOf(string order)
    {
        if (last >= 0 && order == lastId) return last;
        if (!orders.TryGetValue(order, out last))
        {
            last = orders.Count;
            orders.Add(order, last);
        }

        lastId = order;
        return last;
    }

    private static int Intern(string id, Dictionary<string, int> known, List<string> ids)
    {
        if (known.TryGetValue(id, out int number)) return number;
        number = ids.Count;
        known.Add(id, number);
        ids.Add(id);
        return number;
    }

    private int[] OrderByDate()
    {
        var order = new int[dates.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (one, other) =>
        {
            int byDate = dates[one].CompareTo(dates[other]);
            return byDate != 0 ? byDate : one.CompareTo(other);
        });
        return order;
    }

    private void Fill(Parts parts, int[] place, int[] rank)
    {
        int baskets = place.Length;
        var next = new int[baskets + 1];
        foreach (int order in lineOrders) next[place[order] + 1]++;
        for (int i = 0; i < baskets; i++) next[i + 1] += next[i];
        var starts = (int[])next.Clone();
        var items = new int[lineOrders.Count];
        for (int i = 0; i < items.Length; i++) items[next[place[lineOrders[i]]]++] = rank[lineProducts[i]];

        int kept = 0;
        parts.Starts = new int[baskets + 1];
        for (int basket = 0; basket < baskets; basket++)
        {
            int from = starts[basket], to = starts[basket + 1];
            Array.Sort(items, from, to - from);
            for (int i = from; i < to; i++)
            {
                if (i == from || items[i] != items[i - 1]) items[kept++] = items[i];
            }

            parts.Starts[basket + 1] = kept;
        }

        Array.Resize(ref items, kept);
        parts.Items = items;
    }

    internal sealed class Parts
    {
        public string[] Products { get; set; } = [];

        public string[] Customers { get; set; } = [];

        public int[] CustomerOf { get; set; } = [];

        public DateTime[] Dates { get; set; } = [];

        public int[] Starts { get; set; } = [];

        public int[] Items { get; set; } = [];
    }
}
