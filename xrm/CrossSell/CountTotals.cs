using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Two numbers of every product of a window: some megabytes for a catalogue of 50,000.</summary>
internal sealed class CountTotals
{
    private const int PageSize = 5000;

    private CountTotals(IReadOnlyDictionary<string, SharedCount> counts)
    {
        Counts = counts;
        Ranking = new PartnerRanking(counts);
    }

    public IReadOnlyDictionary<string, SharedCount> Counts { get; }

    public PartnerRanking Ranking { get; }

    public static CountTotals Read(IOrganizationService service, BasketWindow window)
    {
        var counts = new Dictionary<string, SharedCount>();
        var query = new QueryExpression(ProductBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                ProductBasketRow.Columns.Key, ProductBasketRow.Columns.Baskets, ProductBasketRow.Columns.SharedBaskets),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)window);
        query.AddOrder(ProductBasketRow.Columns.Key, OrderType.Ascending);
        for (bool more = true; more;)
        {
            EntityCollection page = service.RetrieveMultiple(query);
            foreach (ProductBasketRow row in page.Entities.Select(row => row.ToEntity<ProductBasketRow>()))
            {
                string product = row.Key!.Substring(0, row.Key.IndexOf('-'));
                counts[product] = new SharedCount(row.Baskets ?? 0, row.SharedBaskets ?? 0);
            }

            more = page.MoreRecords;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return new CountTotals(counts);
    }
}
