using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Which code does a job's work. A new job is a line here and in <see cref="JobCatalogue"/>.</summary>
internal static class JobWorks
{
    public static IJobWork? Find(string job, StepRun run) => job switch
    {
        JobCatalogue.Expiry or JobCatalogue.TierPeriods => new DueMembers(run),
        JobCatalogue.Reevaluation or JobCatalogue.Redating => new EveryMember(run),
        JobCatalogue.Occasions => new MembersWithOccasions(run.System),
        JobCatalogue.Reconciliation => new LedgersToReconcile(run),
        JobCatalogue.Reminders => new MembersToRemind(run),
        JobCatalogue.OrderSweep => new DocumentsToSettle(run.System),
        JobCatalogue.MergeSweep => new MergedCustomers(run),
        JobCatalogue.Reservations => new OverdueReservations(run.System),
        JobCatalogue.RiskMoves => new InsightsToMove(run),
        JobCatalogue.InsightRebuild => new InsightsToReassess(run),
        JobCatalogue.OrderCount => new OrdersToCount(run),
        JobCatalogue.ChurnTraining => new CustomersToTrainOn(run),
        JobCatalogue.WinBacks => new WinBacksToClose(run),
        JobCatalogue.OrderBaskets => new OrdersForBaskets(run.System),
        JobCatalogue.BasketCounts => new WaitingRows(
            run.System,
            new KeyColumn(OrderBasketRow.Table, OrderBasketRow.Columns.Key),
            OrderBasketRow.Columns.IsPending),
        JobCatalogue.ProductPairs => new WaitingRows(
            run.System,
            new KeyColumn(ProductBasketRow.Table, ProductBasketRow.Columns.Key),
            ProductBasketRow.Columns.IsChanged),
        JobCatalogue.BasketCheck => new OrderBasketsToCheck(run.System),
        JobCatalogue.CountAudit or JobCatalogue.PairTest => new WholeTable(run.System),
        _ => null,
    };
}
