using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Counts all orders again and compares: totals of every product, and all pairs of a sixteenth of the products, another
/// one each day. A difference becomes a finding; nothing is overwritten in silence. Read by pages, never aggregated.
/// </summary>
internal sealed class BasketAudit
{
    private const int PageSize = 5000, MostPages = 100;
    private const string Digits = "0123456789abcdef";

    private static readonly BasketWindow[] Windows =
    {
        BasketWindow.SameOrder, BasketWindow.WithinDays, BasketWindow.Categories,
    };

    private readonly StepRun run;
    private readonly BasketChanges recount;
    private readonly char sample;

    public BasketAudit(StepRun run)
    {
        this.run = run;
        sample = Digits[run.Now.DayOfYear % Digits.Length];
        recount = new BasketChanges(product => product[0] == sample);
    }

    /// <returns>Products whose counts differ.</returns>
    public int Run()
    {
        CrossSellSettingsRow settings = new SettingsStore(run.System).Lock();
        var differing = new SortedSet<string>(StringComparer.Ordinal);
        if (Recount())
        {
            foreach (BasketWindow window in Windows) Compare(window, differing);
            if ((settings.Baskets ?? 0) != recount.Of(BasketWindow.SameOrder).Baskets) differing.Add("all");
        }

        var finding = new HealthFinding
        {
            Code = HealthFinding.CountsDiffer,
            SubjectTable = CrossSellSettingsRow.Table,
            SubjectId = settings.Id,
            Values = new JsonText().With("differing", differing.Count)
                .With("first", differing.FirstOrDefault() ?? "").ToString(),
        };
        var health = new HealthStore(run);
        if (differing.Count > 0) health.Report(finding);
        else health.Resolve(finding);
        return differing.Count;
    }

    /// <returns>False: more orders than one run may read.</returns>
    private bool Recount()
    {
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(OrderBasketRow.Columns.Counted),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.AddOrder(OrderBasketRow.Columns.Key, OrderType.Ascending);
        for (; query.PageInfo.PageNumber <= MostPages; query.PageInfo.PageNumber++)
        {
            EntityCollection page = run.System.RetrieveMultiple(query);
            foreach (Entity row in page.Entities)
                recount.Replace(
                    CountedBasket.Nothing, CountedBasket.Parse(row.Text(OrderBasketRow.Columns.Counted)));
            if (!page.MoreRecords) return true;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return false;
    }

    private void Compare(BasketWindow window, SortedSet<string> differing)
    {
        IReadOnlyDictionary<string, ProductCounts> expected = recount.Of(window).Products;
        IReadOnlyDictionary<string, SharedCount> stored = CountTotals.Read(run.System, window).Counts;
        foreach (string product in expected.Keys.Concat(stored.Keys).Distinct())
        {
            bool isStored = stored.TryGetValue(product, out SharedCount? have);
            bool isExpected = expected.TryGetValue(product, out ProductCounts? want);
            bool isSame = (isStored ? have!.Baskets : 0) == (isExpected ? want!.Baskets : 0)
                && (isStored ? have!.Shared : 0) == (isExpected ? want!.SharedBaskets : 0);
            if (!isSame) differing.Add(product);
        }

        ComparePairs(window, expected, differing);
    }

    private void ComparePairs(
        BasketWindow window, IReadOnlyDictionary<string, ProductCounts> expected, SortedSet<string> differing)
    {
        IEnumerable<string> keys = expected.Keys.Where(product => product[0] == sample)
            .Select(product => Keys.OfCount(product, window));
        foreach (Entity row in Keys.Find(
            run.System, ProductBasketRow.Table, ProductBasketRow.Columns.Key, keys, ProductBasketRow.Columns.Partners))
        {
            string key = row.Text(ProductBasketRow.Columns.Key)!;
            string product = key.Substring(0, key.IndexOf('-'));
            if (row.Text(ProductBasketRow.Columns.Partners) != PartnerText.Write(expected[product]))
                differing.Add(product);
        }
    }
}
