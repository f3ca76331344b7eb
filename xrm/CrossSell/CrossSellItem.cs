using System;
using CrmExtensions.Xrm.Jobs;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>One item of the jobs about cross-selling, in one transaction.</summary>
internal static class CrossSellItem
{
    /// <returns>Rows that were worked on; null for a job of something else.</returns>
    public static int? Do(StepRun run, string job, Guid subject)
    {
        switch (job)
        {
            case JobCatalogue.OrderBaskets:
            case JobCatalogue.BasketCheck:
                new OrderBaskets(run).Refresh(subject);
                return 1;
            case JobCatalogue.BasketCounts:
                return new BasketCounting(run.System).CountPage();
            case JobCatalogue.ProductPairs:
                return new PairRanking(run.System).RankPage();
            case JobCatalogue.CountAudit:
                return new BasketAudit(run).Run();
            case JobCatalogue.PairTest:
                return (int)new ModelTest(run).Run();
            default:
                return null;
        }
    }
}
