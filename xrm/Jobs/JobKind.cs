namespace CrmExtensions.Xrm.Jobs;

/// <summary>The numbers of the choice crmx_jobkind.</summary>
internal enum JobKind
{
    Expiry = 0,
    TierPeriods = 1,
    Birthdays = 2,
    Reservations = 3,
    Reconciliation = 4,
    OrderSweep = 5,
    MergeSweep = 6,
    Reminders = 7,
    BudgetShards = 8,
    RebuildAfterSettings = 9,
    DataProtection = 10,
    Insight = 11,
    CrossSelling = 12,
}
