using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Brings changed orders into the counts, a page at a time and all of it in one transaction: what was counted of an
/// order is taken out, what it holds now is added, and the order's row says what stands in the counts. So an order is
/// counted once, however often the job is interrupted.
/// </summary>
internal sealed class BasketCounting
{
    public const int PageSize = 200;

    private static readonly BasketWindow[] Windows =
    {
        BasketWindow.SameOrder, BasketWindow.WithinDays, BasketWindow.Categories,
    };

    private readonly IOrganizationService service;
    private readonly BasketChanges changes = new BasketChanges();

    public BasketCounting(IOrganizationService service) => this.service = service;

    /// <returns>Orders that were counted; fewer than a page: no more wait.</returns>
    public int CountPage()
    {
        CrossSellSettingsRow settings = new SettingsStore(service).Lock();
        OrderBasketRow[] pending = Pending();
        if (pending.Length == 0) return 0;
        var batch = new RowBatch(service);
        foreach (OrderBasketRow row in pending)
        {
            CountedBasket now = CountedOf(row);
            changes.Replace(CountedBasket.Parse(row.Counted), now);
            batch.Update(row, new OrderBasketRow { Counted = now.ToText(), IsPending = false });
        }

        foreach (BasketWindow window in Windows) Merge(window);
        batch.Write();
        WriteTotals(settings, pending);
        return pending.Length;
    }

    private OrderBasketRow[] Pending()
    {
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                OrderBasketRow.Columns.Key, OrderBasketRow.Columns.CustomerId, OrderBasketRow.Columns.OrderedOn,
                OrderBasketRow.Columns.Products, OrderBasketRow.Columns.WindowProducts,
                OrderBasketRow.Columns.Categories, OrderBasketRow.Columns.Counted),
            TopCount = PageSize,
        };
        query.Criteria.AddCondition(OrderBasketRow.Columns.IsPending, ConditionOperator.Equal, true);
        query.AddOrder(OrderBasketRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<OrderBasketRow>()).ToArray();
    }

    public static CountedBasket CountedOf(OrderBasketRow row) => new CountedBasket
    {
        Group = GroupOf(row.CustomerId),
        Order = ProductList.Read(row.Products),
        WithinDays = ProductList.Read(row.WindowProducts),
        Categories = ProductList.Read(row.Categories),
    };

    /// <summary>Orders of nobody are in no group: whoever made them objects to profiling, or was erased.</summary>
    public static BuyerGroup GroupOf(EntityReference? customer) => customer?.LogicalName switch
    {
        Customer.ContactTable => BuyerGroup.People,
        Customer.AccountTable => BuyerGroup.Companies,
        _ => BuyerGroup.Everybody,
    };

    private void Merge(BasketWindow window)
    {
        IReadOnlyDictionary<string, ProductCounts> changed = changes.Of(window).Products;
        Dictionary<string, ProductBasketRow> known = Keys
            .Find(
                service,
                ProductBasketRow.Table,
                ProductBasketRow.Columns.Key,
                changed.Keys.Select(product => Keys.OfCount(product, window)),
                ProductBasketRow.Columns.Baskets,
                ProductBasketRow.Columns.SharedBaskets,
                ProductBasketRow.Columns.CompanyBaskets,
                ProductBasketRow.Columns.PersonBaskets,
                ProductBasketRow.Columns.Partners)
            .Select(row => row.ToEntity<ProductBasketRow>())
            .ToDictionary(row => row.Key!.Substring(0, row.Key.IndexOf('-')));
        ISet<string> sold = Keys.ProductsAmong(
            service, changed.Keys.Where(product => !known.ContainsKey(product)).ToArray());
        var batch = new RowBatch(service);
        foreach (KeyValuePair<string, ProductCounts> product in changed)
        {
            bool isKnown = known.TryGetValue(product.Key, out ProductBasketRow? row);
            ProductBasketRow next = Sum(row, product.Key, product.Value, window);
            if (isKnown) batch.Update(row!, next);
            else batch.Create(Named(next, product.Key, window, sold.Contains(product.Key)));
        }

        batch.Write();
    }

    private ProductBasketRow Sum(ProductBasketRow? row, string product, ProductCounts change, BasketWindow window)
    {
        ProductCounts counts = ProductCounts.Restore(
            row?.Baskets ?? 0, row?.SharedBaskets ?? 0, PartnerText.Read(row?.Partners));
        counts.Merge(change);
        var sum = new ProductBasketRow
        {
            Baskets = Math.Max(0, counts.Baskets),
            SharedBaskets = Math.Max(0, counts.SharedBaskets),
            Partners = PartnerText.Write(counts),
            IsChanged = true,
        };
        if (window != BasketWindow.SameOrder) return sum;
        sum.CompanyBaskets = Math.Max(0, (row?.CompanyBaskets ?? 0) + changes.CompaniesOf(product));
        sum.PersonBaskets = Math.Max(0, (row?.PersonBaskets ?? 0) + changes.PeopleOf(product));
        return sum;
    }

    /// <summary>A row that is new.</summary>
    /// <param name="isSold">False for a product or family that was deleted since: it is counted, and linked to nothing.
    /// </param>
    public static ProductBasketRow Named(ProductBasketRow row, string product, BasketWindow window, bool isSold)
    {
        row.Name = product;
        row.Key = Keys.OfCount(product, window);
        if (isSold) row.ProductId = new EntityReference(Product.Table, Keys.IdOf(product));
        row.Window = (int)window;
        return row;
    }

    private void WriteTotals(CrossSellSettingsRow before, OrderBasketRow[] counted)
    {
        DateTime[] days = counted.Where(row => row.OrderedOn is not null && !string.IsNullOrEmpty(row.Products))
            .Select(row => row.OrderedOn!.Value).ToArray();
        var totals = new CrossSellSettingsRow
        {
            Id = before.Id,
            Baskets = (before.Baskets ?? 0) + changes.Of(BasketWindow.SameOrder).Baskets,
            CompanyBaskets = (before.CompanyBaskets ?? 0) + changes.CompanyBaskets,
            PersonBaskets = (before.PersonBaskets ?? 0) + changes.PersonBaskets,
            WindowBaskets = (before.WindowBaskets ?? 0) + changes.Of(BasketWindow.WithinDays).Baskets,
        };
        if (days.Length > 0)
        {
            totals.CountedFrom = Earlier(before.CountedFrom, days.Min());
            totals.CountedTo = Later(before.CountedTo, days.Max());
        }

        new SettingsStore(service).Update(totals);
    }

    private static DateTime Earlier(DateTime? known, DateTime found) => known < found ? known.Value : found;

    private static DateTime Later(DateTime? known, DateTime found) => known > found ? known.Value : found;
}
