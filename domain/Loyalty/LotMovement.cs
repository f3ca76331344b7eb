using System;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// How an entry moves the open lots. <see cref="Choose"/> decides once, when the entry is posted; <see cref="Apply"/>
/// gives the lots after any entry from the entry alone and is what posting and replaying share.
/// </summary>
internal static class LotMovement
{
    /// <summary>The lots that a debit takes; fewer points than asked for where a debt remains.</summary>
    public static LotBook Choose(LotBook open, EntryDraft draft, Day today)
    {
        Day matured = MaturedBy(draft);
        LotBook lots = open.MaturedBy(matured);
        if (!draft.Allocation.IsEmpty || draft.Points > 0) return draft.Allocation.MaturedBy(matured);

        long wanted = -(long)draft.Points;
        EntryKind kind = draft.Key.Kind;
        if (EntryKinds.TakesAvailableLotsOnly(kind)) return lots.First(wanted, key => key.IsAvailableOn(today));
        LotKey own = draft.Lot.MaturedBy(matured);
        LotBook taken = EntryKinds.TakesOwnLotFirst(kind)
            ? lots.First(wanted, key => key.Equals(own))
            : lots.First(wanted, key => key.IsAvailableOn(today));
        LotBook rest = Without(lots, taken);
        return taken.Plus(rest.First(wanted - taken.Total, _ => true));
    }

    /// <summary>An allocation that came out of the endless lot only is not written down.</summary>
    public static LotBook Recorded(LotBook chosen) =>
        chosen.Lots.All(lot => lot.Key.IsEndless) ? LotBook.Empty : chosen;

    /// <summary>Null where the entry's lots cannot have been what it says.</summary>
    /// <param name="open">The lots before the entry.</param>
    /// <param name="balance">The balance before the entry.</param>
    /// <param name="draft">The entry as it is stored.</param>
    public static LotBook? Apply(LotBook open, int balance, EntryDraft draft)
    {
        LotBook lots = open.MaturedBy(MaturedBy(draft));
        LotBook? after = draft.Points > 0 ? Credited(lots, balance, draft) : Debited(lots, draft);
        return after?.Total == Math.Max(0, (long)balance + draft.Points) ? after : null;
    }

    private static LotBook? Credited(LotBook lots, int balance, EntryDraft draft)
    {
        LotBook given = draft.Allocation.IsEmpty ? LotBook.Of(draft.Lot, draft.Points) : draft.Allocation;
        if (given.Total != draft.Points) return null;
        LotBook all = lots.Plus(given.MaturedBy(MaturedBy(draft)));
        long paid = Math.Min(Math.Max(0, -(long)balance), draft.Points);
        return paid == 0 ? all : Without(all, all.First(paid, _ => true));
    }

    private static LotBook? Debited(LotBook lots, EntryDraft draft)
    {
        long wanted = -(long)draft.Points;
        LotBook taken = draft.Allocation.IsEmpty
            ? lots.First(wanted, key => key.IsEndless)
            : draft.Allocation.MaturedBy(MaturedBy(draft));
        return taken.Total <= wanted ? lots.Minus(taken) : null;
    }

    private static LotBook Without(LotBook lots, LotBook part)
    {
        LotBook? rest = lots.Minus(part);
        Require.That(rest is not null, "a part of these lots");
        return rest!;
    }

    // The day before the booking in UTC has ended in every time zone: a lot that could be spent then is plain now. The
    // booking time is in the hash, so a replay matures the same lots at the same entry.
    private static Day MaturedBy(EntryDraft draft) => Day.Of(draft.BookedOn).AddDays(-1);
}
