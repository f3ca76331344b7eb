using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Hides a product of each of the latest orders and looks whether pairs find it among ten more often than the best
/// sellers do. Learned from the first four fifths, tested on the last; no better: only best sellers are shown.
/// </summary>
internal sealed class ModelTest
{
    /// <summary>The latest orders; a million lines would not fit into the memory of a plugin.</summary>
    private const int MostOrders = 20000, PageSize = 5000;

    private readonly StepRun run;

    public ModelTest(StepRun run) => this.run = run;

    public RankingVerdictCode Run()
    {
        CrossSellSettingsRow settings = new SettingsStore(run.System).Lock();
        BasketTable table = Read();
        RankingComparison found = Compare(table, SettingsStore.SettingsOf(settings));
        RankingVerdictCode verdict = found.Verdict switch
        {
            RankingVerdict.Passed => RankingVerdictCode.Passed,
            RankingVerdict.TooFewCases => RankingVerdictCode.TooFewCases,
            _ => RankingVerdictCode.NoBetter,
        };
        new SettingsStore(run.System).Update(new CrossSellSettingsRow
        {
            Id = settings.Id,
            Verdict = (int)verdict,
            HitRate = Rounded(found.Ranker.HitRate),
            BaselineHitRate = Rounded(found.Popularity.HitRate),
            TestedOn = run.Now,
        });
        new ModelRunRecord(run).Add(settings, verdict, found);
        Tell(settings.Id, verdict, found);
        return verdict;
    }

    private static RankingComparison Compare(BasketTable table, RecommendSettings settings)
    {
        BasketSplit split = BasketSplit.LastFifth(table.All());
        var options = new PairOptions { Partners = PartnerRanking.Most, MinimumTogether = settings.MinimumTogether };
        var model = new PairModel(PairCounting.Count(table, split.Training, options));
        return CompletionTest.Run(table, split, model, CompletionQuery.Rest);
    }

    private BasketTable Read()
    {
        var builder = new BasketTableBuilder();
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                OrderBasketRow.Columns.Key, OrderBasketRow.Columns.OrderedOn, OrderBasketRow.Columns.Products),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(OrderBasketRow.Columns.Products, ConditionOperator.NotNull);
        query.AddOrder(OrderBasketRow.Columns.OrderedOn, OrderType.Descending);
        query.AddOrder(OrderBasketRow.Columns.Key, OrderType.Ascending);
        for (bool more = true; more && query.PageInfo.PageNumber * PageSize <= MostOrders;)
        {
            EntityCollection page = run.System.RetrieveMultiple(query);
            foreach (OrderBasketRow row in page.Entities.Select(row => row.ToEntity<OrderBasketRow>()))
            {
                foreach (string product in ProductList.Read(row.Products))
                    builder.Add(row.Key!, "", row.OrderedOn ?? default, product);
            }

            more = page.MoreRecords;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return builder.Build();
    }

    private void Tell(Guid settingsId, RankingVerdictCode verdict, RankingComparison found)
    {
        var finding = new HealthFinding
        {
            Code = HealthFinding.PairsNoBetter,
            Severity = HealthSeverity.Warning,
            SubjectTable = CrossSellSettingsRow.Table,
            SubjectId = settingsId,
            Values = new JsonText().With("cases", found.Ranker.Cases)
                .With("hitRatePercent", (long)Math.Round(100 * found.Ranker.HitRate))
                .With("topSellersPercent", (long)Math.Round(100 * found.Popularity.HitRate)).ToString(),
        };
        var health = new HealthStore(run);
        if (verdict == RankingVerdictCode.NoBetter) health.Report(finding);
        else health.Resolve(finding);
    }

    private static decimal Rounded(double rate) => Math.Round((decimal)rate, 4);
}
