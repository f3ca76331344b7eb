using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// All orders counted again from what their rows say is counted: totals of every product, and all pairs of a sixteenth
/// of the products, those whose id begins with one digit. Read by pages, never aggregated.
/// </summary>
internal sealed class BasketRecount
{
    /// <summary>Of the products.</summary>
    public const int Parts = 16;

    private const int PageSize = 5000, MostPages = 100;
    private const string Digits = "0123456789abcdef";

    private BasketRecount(int part)
    {
        Digit = Digits[part % Parts];
        Counts = new BasketChanges(Holds);
    }

    /// <summary>With which the ids of the part begin.</summary>
    public char Digit { get; }

    public BasketChanges Counts { get; }

    public static IReadOnlyList<BasketWindow> Windows { get; } = new[]
    {
        BasketWindow.SameOrder, BasketWindow.WithinDays, BasketWindow.Categories,
    };

    /// <summary>Whether the pairs of this product were counted.</summary>
    public bool Holds(string product) => product[0] == Digit;

    /// <param name="service">Of SYSTEM, behind the lock of the settings.</param>
    /// <param name="part">From 0.</param>
    /// <returns>Null: more orders than one run may read, which are 500,000.</returns>
    public static BasketRecount? Read(IOrganizationService service, int part)
    {
        var recount = new BasketRecount(part);
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(OrderBasketRow.Columns.Counted),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.AddOrder(OrderBasketRow.Columns.Key, OrderType.Ascending);
        for (; query.PageInfo.PageNumber <= MostPages; query.PageInfo.PageNumber++)
        {
            EntityCollection page = service.RetrieveMultiple(query);
            foreach (string? counted in page.Entities.Select(row => row.Text(OrderBasketRow.Columns.Counted)))
                recount.Counts.Replace(CountedBasket.Nothing, CountedBasket.Parse(counted));
            if (!page.MoreRecords) return recount;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return null;
    }
}
