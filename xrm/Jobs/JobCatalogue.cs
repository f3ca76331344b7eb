using System.Collections.Generic;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>All scheduled work. A key is the name under which a job row and its items are found.</summary>
internal static class JobCatalogue
{
    public const string Expiry = "Expiry", TierPeriods = "TierPeriods", Occasions = "Birthdays";
    public const string Reservations = "Reservations", Reconciliation = "Reconciliation", OrderSweep = "OrderSweep";
    public const string MergeSweep = "MergeSweep";
    public const string Reminders = "Reminders", Reevaluation = "TierReevaluation", Redating = "ExpiryRedating";

    public const string RiskMoves = "RiskMoves", InsightRebuild = "InsightRebuild", OrderCount = "OrderCount";
    public const string ChurnTraining = "ChurnTraining", WinBacks = "WinBacks";
    public const string OrderBaskets = "OrderBaskets", BasketCounts = "BasketCounts", ProductPairs = "ProductPairs";
    public const string BasketCheck = "BasketCheck", CountAudit = "CountAudit", PairTest = "PairTest";

    private const int Hour = 60, Day = 24 * Hour;

    public static readonly IReadOnlyList<JobDefinition> All = new[]
    {
        new JobDefinition(Expiry, JobKind.Expiry, "Expiry", 4 * Hour),
        new JobDefinition(TierPeriods, JobKind.TierPeriods, "Tier periods", 4 * Hour),
        new JobDefinition(Occasions, JobKind.Birthdays, "Birthdays and anniversaries", 12 * Hour),
        new JobDefinition(Reservations, JobKind.Reservations, "Overdue reservations", Hour),
        new JobDefinition(Reconciliation, JobKind.Reconciliation, "Reconciliation", Day),
        new JobDefinition(OrderSweep, JobKind.OrderSweep, "Orders and invoices without entry", 4 * Hour),
        new JobDefinition(MergeSweep, JobKind.MergeSweep, "Members of merged customers", 4 * Hour),
        new JobDefinition(Reminders, JobKind.Reminders, "Reminders of expiry", 12 * Hour),
        new JobDefinition(Reevaluation, JobKind.RebuildAfterSettings, "Tiers after changed limits", 0),
        new JobDefinition(Redating, JobKind.RebuildAfterSettings, "Dates after changed expiry", 0),
        new JobDefinition(RiskMoves, JobKind.Insight, "Customers who crossed a risk date", 4 * Hour),
        new JobDefinition(InsightRebuild, JobKind.Insight, "Risk dates after a training or settings", 4 * Hour),
        new JobDefinition(OrderCount, JobKind.Insight, "Orders not counted yet", 4 * Hour) { ReadsHistory = true },
        new JobDefinition(ChurnTraining, JobKind.Insight, "Training of the purchase model", 30 * Day),
        new JobDefinition(WinBacks, JobKind.Insight, "Results of win-backs", Day),
        new JobDefinition(OrderBaskets, JobKind.CrossSelling, "Baskets of orders", 4 * Hour)
        {
            ReadsHistory = true,
        },
        new JobDefinition(BasketCounts, JobKind.CrossSelling, "Counts of products bought together", Hour),
        new JobDefinition(ProductPairs, JobKind.CrossSelling, "Best partners of products", 4 * Hour),
        new JobDefinition(BasketCheck, JobKind.CrossSelling, "Counted orders that were deleted", Day),
        new JobDefinition(CountAudit, JobKind.CrossSelling, "Proof of the counts", Day),
        new JobDefinition(PairTest, JobKind.CrossSelling, "Pairs against best sellers", 30 * Day),
    };
}
