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
/// Makes rows of the best twenty partners of every product whose counts have changed. Of the others only totals are
/// read, two numbers a product; what people have decided about a pair stays.
/// </summary>
internal sealed class PairRanking
{
    public const int PageSize = 20;

    private readonly IOrganizationService service;
    private readonly CrossSellSettingsRow settings;
    private readonly Dictionary<BasketWindow, CountTotals> totals = new Dictionary<BasketWindow, CountTotals>();

    public PairRanking(IOrganizationService service)
    {
        this.service = service;
        settings = new SettingsStore(service).Lock();
    }

    /// <returns>Products that were ranked; fewer than a page: no more wait.</returns>
    public int RankPage()
    {
        ProductBasketRow[] changed = Changed();
        var batch = new RowBatch(service);
        foreach (ProductBasketRow row in changed)
        {
            var next = new ProductBasketRow { IsChanged = false };
            string product = row.Key!.Substring(0, row.Key.IndexOf('-'));
            var window = (BasketWindow)(row.Window ?? 0);
            Rank(product, row, window);
            if (window == BasketWindow.SameOrder) next.UsualDays = new UsualIntervals(service).Of(product);
            batch.Update(row, next);
        }

        batch.Write();
        if (changed.Length is > 0 and < PageSize) new TopSellerList(service).Write(settings);
        return changed.Length;
    }

    private ProductBasketRow[] Changed()
    {
        var query = new QueryExpression(ProductBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                ProductBasketRow.Columns.Key, ProductBasketRow.Columns.Window, ProductBasketRow.Columns.Baskets,
                ProductBasketRow.Columns.Partners),
            TopCount = PageSize,
        };
        query.Criteria.AddCondition(ProductBasketRow.Columns.IsChanged, ConditionOperator.Equal, true);
        query.AddOrder(ProductBasketRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ProductBasketRow>()).ToArray();
    }

    private void Rank(string product, ProductBasketRow row, BasketWindow window)
    {
        if (!totals.TryGetValue(window, out CountTotals? known))
            totals.Add(window, known = CountTotals.Read(service, window));
        IReadOnlyList<RankedPartner> best = known.Ranking.Best(
            row.Baskets ?? 0, PartnerText.Read(row.Partners), SettingsStore.SettingsOf(settings).MinimumTogether);
        var of = new RankedProduct
        {
            Product = product, Baskets = row.Baskets ?? 0, AllBaskets = AllOf(window), Kind = KindOf(window),
        };
        new PairWriter(service, settings).Write(of, best, known);
    }

    private int AllOf(BasketWindow window) =>
        (window == BasketWindow.WithinDays ? settings.WindowBaskets : settings.Baskets) ?? 0;

    private static AffinityKind KindOf(BasketWindow window) => window switch
    {
        BasketWindow.WithinDays => AffinityKind.LearnedWithinDays,
        BasketWindow.Categories => AffinityKind.LearnedFromCategories,
        _ => AffinityKind.Learned,
    };
}
