using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Counts all orders again and compares: totals of every product, and all pairs of a sixteenth of the products, another
/// one each day. A difference becomes a finding; nothing is overwritten in silence. Read by pages, never aggregated.
/// </summary>
internal sealed class BasketAudit
{
    private readonly StepRun run;

    public BasketAudit(StepRun run) => this.run = run;

    /// <returns>Products whose counts differ.</returns>
    public int Run()
    {
        CrossSellSettingsRow settings = new SettingsStore(run.System).Lock();
        var differing = new SortedSet<string>(StringComparer.Ordinal);
        if (BasketRecount.Read(run.System, run.Now.DayOfYear) is { } recount)
        {
            foreach (BasketWindow window in BasketRecount.Windows) Compare(recount, window, differing);
            if ((settings.Baskets ?? 0) != recount.Counts.Of(BasketWindow.SameOrder).Baskets) differing.Add("all");
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

    private void Compare(BasketRecount recount, BasketWindow window, SortedSet<string> differing)
    {
        IReadOnlyDictionary<string, ProductCounts> expected = recount.Counts.Of(window).Products;
        IReadOnlyDictionary<string, SharedCount> stored = CountTotals.Read(run.System, window).Counts;
        foreach (string product in expected.Keys.Concat(stored.Keys).Distinct())
        {
            bool isStored = stored.TryGetValue(product, out SharedCount? have);
            bool isExpected = expected.TryGetValue(product, out ProductCounts? want);
            bool isSame = (isStored ? have!.Baskets : 0) == (isExpected ? want!.Baskets : 0)
                && (isStored ? have!.Shared : 0) == (isExpected ? want!.SharedBaskets : 0);
            if (!isSame) differing.Add(product);
        }

        ComparePairs(recount, window, differing);
    }

    private void ComparePairs(BasketRecount recount, BasketWindow window, SortedSet<string> differing)
    {
        IReadOnlyDictionary<string, ProductCounts> expected = recount.Counts.Of(window).Products;
        IEnumerable<string> keys = expected.Keys.Where(recount.Holds)
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
