using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// How a stored head comes back to what its entries say. Never by itself: a person confirms it, and where the customer
/// keeps the balance that was shown, an entry of kind Repair says so.
/// </summary>
public sealed class RepairPlan
{
    public RepairResult Result { get; init; }

    /// <summary>The head that the entries give; the row is set to it before anything is posted.</summary>
    public MemberHead Head { get; init; } = new();

    /// <summary>For the entry, if the shown balance is to stay: above 0 where too much was shown. 0 needs no
    /// entry.</summary>
    public int Difference { get; init; }

    public static RepairPlan Of(MemberHead stored, ReplayReport report)
    {
        RepairResult result = report.Fault switch
        {
            ReplayFault.None => RepairResult.NothingToRepair,
            ReplayFault.HeadDiffers or ReplayFault.LotsDiffer => RepairResult.HeadCanBeRestored,
            ReplayFault.StatusDiffers => RepairResult.HeadCanBeRestored,
            _ => RepairResult.ChainIsBroken,
        };
        // A head that has seen more entries than there are says that entries are missing.
        if (stored.Sequence > report.Entries) result = RepairResult.ChainIsBroken;
        bool isRestored = result == RepairResult.HeadCanBeRestored;
        long difference = (long)stored.Balance - report.Replayed.Balance;
        return new RepairPlan
        {
            Result = result,
            Head = isRestored ? report.Replayed : stored,
            Difference = isRestored ? (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, difference)) : 0,
        };
    }
}
