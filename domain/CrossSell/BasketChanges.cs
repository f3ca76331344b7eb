using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What many changed orders change in the counts, summed up before a single row is touched: of each order what was
/// counted is taken out and what it holds now is added.
/// </summary>
public sealed class BasketChanges
{
    private readonly BasketCounts[] windows;
    private readonly Dictionary<string, int> companies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> people = new(StringComparer.Ordinal);

    public BasketChanges()
        : this(_ => true)
    {
    }

    /// <param name="keepsPairsOf">Of the other products only the baskets are counted.</param>
    public BasketChanges(Func<string, bool> keepsPairsOf) =>
        windows = [new(keepsPairsOf), new(keepsPairsOf), new(keepsPairsOf)];

    /// <summary>Orders of companies, more or fewer.</summary>
    public int CompanyBaskets { get; private set; }

    public int PersonBaskets { get; private set; }

    public BasketCounts Of(BasketWindow window) => windows[(int)window];

    /// <summary>Baskets of companies with the product, more or fewer.</summary>
    public int CompaniesOf(string product) => companies.TryGetValue(product, out int count) ? count : 0;

    public int PeopleOf(string product) => people.TryGetValue(product, out int count) ? count : 0;

    public void Replace(CountedBasket before, CountedBasket now)
    {
        Count(before, -1);
        Count(now, 1);
    }

    private void Count(CountedBasket basket, int times)
    {
        Count(BasketWindow.SameOrder, basket.Order, times);
        Count(BasketWindow.WithinDays, basket.WithinDays, times);
        Count(BasketWindow.Categories, basket.Categories, times);
        if (basket.Order.Count == 0 || basket.Group == BuyerGroup.Everybody) return;
        Dictionary<string, int> group = basket.Group == BuyerGroup.People ? people : companies;
        foreach (string product in basket.Order)
            group[product] = (group.TryGetValue(product, out int count) ? count : 0) + times;
        if (basket.Group == BuyerGroup.People) PersonBaskets += times;
        else CompanyBaskets += times;
    }

    private void Count(BasketWindow window, IReadOnlyList<string> products, int times)
    {
        if (times > 0) windows[(int)window].Add(products);
        else windows[(int)window].Remove(products);
    }
}
