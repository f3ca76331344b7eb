using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Writes the counts of a sixteenth of the products, and the totals, as they are when all orders are counted again. It
/// is one transaction behind the lock that counting waits for: nobody ever reads half of it.
/// </summary>
internal sealed class CountRepair
{
    /// <summary>Rows hold up to a megabyte of partners.</summary>
    private const int PageSize = 200;

    private readonly IOrganizationService service;

    public CountRepair(IOrganizationService service) => this.service = service;

    /// <returns>Counts that were wrong.</returns>
    /// <exception cref="BusinessRuleException">There are more orders than one call may read.</exception>
    public int Repair(int part)
    {
        CrossSellSettingsRow settings = new SettingsStore(service).Lock();
        BasketRecount recount = BasketRecount.Read(service, part)
            ?? throw new BusinessRuleException(UserText.TooManyOrdersToRecount);
        int repaired = BasketRecount.Windows.Sum(window => Repair(recount, window));
        return repaired + (RepairTotals(settings, recount.Counts) ? 1 : 0);
    }

    private int Repair(BasketRecount recount, BasketWindow window)
    {
        Dictionary<string, ProductCounts> missing = recount.Counts.Of(window).Products
            .Where(product => recount.Holds(product.Key))
            .ToDictionary(product => product.Key, product => product.Value);
        int repaired = 0;
        QueryExpression query = Query(recount.Digit, window);
        for (bool more = true; more; query.PageInfo.PageNumber++)
        {
            EntityCollection page = service.RetrieveMultiple(query);
            more = page.MoreRecords;
            query.PageInfo.PagingCookie = page.PagingCookie;
            var batch = new RowBatch(service);
            foreach (ProductBasketRow row in page.Entities.Select(row => row.ToEntity<ProductBasketRow>()))
            {
                string product = row.Key!.Substring(0, row.Key.IndexOf('-'));
                missing.TryGetValue(product, out ProductCounts? counts);
                missing.Remove(product);
                ProductBasketRow right = RowOf(recount, window, product, counts ?? new ProductCounts());
                if (IsSame(row, right)) continue;
                batch.Update(row, right);
                repaired++;
            }

            batch.Write();
        }

        ISet<string> sold = Keys.ProductsAmong(service, missing.Keys);
        var created = new RowBatch(service);
        foreach (KeyValuePair<string, ProductCounts> product in missing)
        {
            ProductBasketRow row = RowOf(recount, window, product.Key, product.Value);
            created.Create(BasketCounting.Named(row, product.Key, window, sold.Contains(product.Key)));
        }

        created.Write();
        return repaired + missing.Count;
    }

    private static ProductBasketRow RowOf(
        BasketRecount recount, BasketWindow window, string product, ProductCounts counts)
    {
        var row = new ProductBasketRow
        {
            Baskets = counts.Baskets,
            SharedBaskets = counts.SharedBaskets,
            Partners = PartnerText.Write(counts),
            IsChanged = true,
        };
        if (window != BasketWindow.SameOrder) return row;
        row.CompanyBaskets = recount.Counts.CompaniesOf(product);
        row.PersonBaskets = recount.Counts.PeopleOf(product);
        return row;
    }

    private static bool IsSame(ProductBasketRow row, ProductBasketRow right) =>
        (row.Baskets ?? 0) == right.Baskets
        && (row.SharedBaskets ?? 0) == right.SharedBaskets
        && (row.CompanyBaskets ?? 0) == (right.CompanyBaskets ?? 0)
        && (row.PersonBaskets ?? 0) == (right.PersonBaskets ?? 0)
        && (row.Partners ?? PartnerText.Write(new ProductCounts())) == right.Partners;

    private bool RepairTotals(CrossSellSettingsRow settings, BasketChanges counts)
    {
        var right = new CrossSellSettingsRow
        {
            Id = settings.Id,
            Baskets = counts.Of(BasketWindow.SameOrder).Baskets,
            CompanyBaskets = counts.CompanyBaskets,
            PersonBaskets = counts.PersonBaskets,
            WindowBaskets = counts.Of(BasketWindow.WithinDays).Baskets,
        };
        bool isSame = (settings.Baskets ?? 0) == right.Baskets
            && (settings.CompanyBaskets ?? 0) == right.CompanyBaskets
            && (settings.PersonBaskets ?? 0) == right.PersonBaskets
            && (settings.WindowBaskets ?? 0) == right.WindowBaskets;
        if (!isSame) new SettingsStore(service).Update(right);
        return !isSame;
    }

    private static QueryExpression Query(char digit, BasketWindow window)
    {
        var query = new QueryExpression(ProductBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                ProductBasketRow.Columns.Key, ProductBasketRow.Columns.Baskets,
                ProductBasketRow.Columns.SharedBaskets, ProductBasketRow.Columns.CompanyBaskets,
                ProductBasketRow.Columns.PersonBaskets, ProductBasketRow.Columns.Partners),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)window);
        query.Criteria.AddCondition(ProductBasketRow.Columns.Key, ConditionOperator.BeginsWith, digit.ToString());
        query.AddOrder(ProductBasketRow.Columns.Key, OrderType.Ascending);
        return query;
    }
}
