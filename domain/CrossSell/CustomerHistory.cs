using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The orders of one customer by day, and what follows from them: baskets without what came back, windows, rhythms. A
/// return takes from the latest purchases of the product before it; a basket keeps the product while some is left.
/// </summary>
public sealed class CustomerHistory
{
    private readonly CustomerBasket[] baskets;

    public CustomerHistory(IEnumerable<CustomerOrder> orders)
    {
        CustomerOrder[] sorted = [.. orders.OrderBy(order => order.On)
            .ThenBy(order => order.Id, StringComparer.Ordinal)];
        decimal[][] kept = [.. sorted.Select(order => order.Lines.Select(line => line.Quantity).ToArray())];
        for (int at = 0; at < sorted.Length; at++)
        {
            foreach (BasketLine line in sorted[at].Lines)
            {
                if (line.Quantity < 0) TakeBack(sorted, kept, LastOfDay(sorted, at), line);
            }
        }

        baskets = [.. sorted.Select((order, at) => BasketOf(order, kept[at]))];
    }

    /// <summary>By day; also those that have become empty.</summary>
    public IReadOnlyList<CustomerBasket> Baskets => baskets;

    /// <summary>
    /// Products of the orders from <paramref name="days"/> before a basket up to it, itself included; none for a basket
    /// that is empty.
    /// </summary>
    public IReadOnlyList<string> WindowOf(CustomerBasket basket, int days)
    {
        if (basket.Products.Count == 0) return [];
        SortedSet<string> products = new(StringComparer.Ordinal);
        for (int i = Array.IndexOf(baskets, basket); i >= 0 && basket.On.DaysSince(baskets[i].On) <= days; i--)
            products.UnionWith(baskets[i].Products);
        return [.. products];
    }

    /// <summary>How the customer buys the product; null where no basket has it.</summary>
    public ProductRhythm? RhythmOf(string product)
    {
        CustomerBasket[] bought = [.. baskets.Where(basket => basket.Products.Count > 0)];
        PurchaseRhythm? rhythm = null;
        Day first = default;
        for (int place = 0; place < bought.Length; place++)
        {
            if (!bought[place].Products.Contains(product)) continue;
            DateTime on = bought[place].On.Midnight;
            if (rhythm is null) first = bought[place].On;
            rhythm = rhythm is { } before ? before.Then(on, place) : PurchaseRhythm.First(on, place);
        }

        return rhythm is { } found ? new ProductRhythm(found, first, found.WeightAt(bought.Length - 1)) : null;
    }

    /// <summary>Orders of one day have no order among them.</summary>
    private static int LastOfDay(CustomerOrder[] orders, int at)
    {
        while (at + 1 < orders.Length && orders[at + 1].On == orders[at].On) at++;
        return at;
    }

    private static void TakeBack(CustomerOrder[] orders, decimal[][] kept, int at, BasketLine returned)
    {
        decimal left = -returned.Quantity;
        for (int order = at; order >= 0 && left > 0; order--)
        {
            for (int line = 0; line < kept[order].Length && left > 0; line++)
            {
                if (orders[order].Lines[line].Product != returned.Product || kept[order][line] <= 0) continue;
                decimal taken = Math.Min(left, kept[order][line]);
                kept[order][line] -= taken;
                left -= taken;
            }
        }
    }

    private static CustomerBasket BasketOf(CustomerOrder order, decimal[] kept)
    {
        BasketLine[] bought = [.. order.Lines.Where((_, line) => kept[line] > 0)];
        return new CustomerBasket(order.Id, order.On, Distinct(bought.Select(line => line.Product)))
        {
            Families = Distinct(bought.Select(line => line.Family).Where(family => family.Length > 0)),
        };
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<string> ids) =>
        [.. new SortedSet<string>(ids, StringComparer.Ordinal)];
}
