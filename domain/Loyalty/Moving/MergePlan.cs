using System;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Folds the ledger of a duplicate member into the one that stays, or gives it back. Points keep their dates, status
/// months and debts move too; both entries name the other member, so that a merge can be undone.
/// </summary>
public sealed class MergePlan
{
    private MergePlan(int points, LotBook lots, StatusBook status)
    {
        Points = points;
        Lots = lots;
        Status = status;
    }

    /// <summary>For the entry of the member that gets them; below zero where it takes over a debt. The other member's
    /// entry has the opposite sign.</summary>
    public int Points { get; }

    /// <summary>Named in both entries.</summary>
    public LotBook Lots { get; }

    /// <summary>Stands as the breakdown of both entries.</summary>
    public StatusBook Status { get; }

    /// <summary>A member without points, debt and status needs no entries.</summary>
    public bool IsNothing => Points == 0 && Status.IsEmpty;

    /// <summary>All of the duplicate moves to the member that stays.</summary>
    public static MergePlan Fold(MemberHead duplicate) =>
        new(duplicate.Balance, duplicate.Lots, duplicate.Status);

    /// <summary>
    /// What both entries of a fold are posted for: the same member may come back and be folded again.
    /// </summary>
    public static Guid SourceOf(MemberHead duplicate, Guid staysId) => SourceOf(
        duplicate.Sequence.ToString(CultureInfo.InvariantCulture), duplicate.MemberId, staysId);

    /// <summary>The same where the occasion has a name: a caller's request id.</summary>
    public static Guid SourceOf(string occasion, Guid giverId, Guid takerId) => SourceKey.SourceNamed(
        string.Join(" ", "merge", giverId.ToString("N"), takerId.ToString("N"), occasion));

    /// <summary>
    /// What goes back after a wrong merge: the lots that came along as far as they are still there, then the lots that
    /// end first, never more than the balance. What was spent in between stays spent.
    /// </summary>
    /// <param name="merged">The entry of kind MergeIn.</param>
    /// <param name="stayed">The member that got the points, now.</param>
    public static MergePlan Undo(EntryDraft merged, MemberHead stayed)
    {
        StatusBook status = merged.MovedStatus ?? StatusBook.Empty;
        if (merged.Points <= 0) return new MergePlan(merged.Points, LotBook.Empty, status);

        LotBook came = merged.Allocation.IsEmpty ? LotBook.Of(merged.Lot, merged.Points) : merged.Allocation;
        LotBook own = LotBook.Of(stayed.Lots.Lots
            .Select(lot => new { lot.Key, Points = Math.Min(lot.Points, PointsOf(came, lot.Key)) })
            .Where(lot => lot.Points > 0)
            .Select(lot => new Lot(lot.Key, lot.Points)));
        LotBook rest = stayed.Lots.Minus(own) ?? LotBook.Empty;
        LotBook back = own.Plus(rest.First(Math.Min(rest.Total, came.Total - own.Total), _ => true));
        return new MergePlan((int)back.Total, back, status);
    }

    private static int PointsOf(LotBook came, LotKey key) => (int)came.Lots
        .Where(lot => lot.Key.Equals(key) || lot.Key.MaturedBy(Day.Last).Equals(key))
        .Sum(lot => (long)lot.Points);
}
