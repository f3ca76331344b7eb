using System;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A document left the milestone that paid it, or came back to it: what it counted is taken off, or put back, as a
/// correction. Goods that were returned stay returned.
/// </summary>
public static class Settlement
{
    /// <summary>All that the document still counts.</summary>
    public static ReturnPlan TakeOff(EarnRecord record)
    {
        Breakdown all = record.Outstanding.Negative();
        var moved = new Breakdown(all.Parts.Where(part => !part.IsNothing).ToArray());
        return new ReturnPlan
        {
            Result = moved.Points == 0 ? ReturnResult.NothingToTakeBack : ReturnResult.Planned,
            Breakdown = moved,
            IsEverything = moved.Points != 0,
        };
    }

    /// <summary>
    /// The difference to what the document should have earned; what an earlier correction spared is not given twice.
    /// </summary>
    public static ReturnPlan Towards(EarnRecord record, Breakdown target)
    {
        Breakdown difference = InFormOf(record, target).Minus(record.Earned);
        int spared = Math.Min(Math.Max(0, record.WrittenOff), Math.Max(0, difference.Points));
        var part = new BreakdownPart { Rule = BreakdownPart.WrittenOff, Points = -spared };
        Breakdown moved = spared == 0 ? difference : new Breakdown(difference.Parts.Concat(new[] { part }).ToArray());
        return new ReturnPlan
        {
            Result = moved.Points == 0 ? ReturnResult.NothingToTakeBack : ReturnResult.Planned,
            Breakdown = moved,
            IsEverything = target.Points == 0,
        };
    }

    /// <summary>
    /// What the document should have earned: the recorded award where its amounts are as they were, whatever the rules
    /// say today; otherwise the fresh one.
    /// </summary>
    public static Breakdown TargetOf(EarnRecord record, Breakdown fresh)
    {
        bool isUnchanged = InFormOf(record, fresh).Minus(record.First).Parts
            .All(part => part.Amount == 0 && part.Units is null or 0);
        return isUnchanged ? record.First : fresh;
    }

    private static Breakdown InFormOf(EarnRecord record, Breakdown breakdown) =>
        record.Earned.Parts.Any(part => part.Item == BreakdownPart.AllLines) ? breakdown.Summed() : breakdown;
}
