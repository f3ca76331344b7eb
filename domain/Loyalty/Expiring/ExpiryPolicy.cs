using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Which dates new points get, and what is over today.</summary>
public static class ExpiryPolicy
{
    /// <summary>The lot of points that are earned on a day. Points that are held back do not end before they are
    /// free.</summary>
    public static LotKey LotOf(ExpirySettings settings, Day earnedOn)
    {
        Day? from = settings.HoldingDays > 0 ? earnedOn.AddDays(settings.HoldingDays) : null;
        Day? until = EndOf(settings, earnedOn);
        return LotKey.Of(earnedOn, from, until is { } last && from is { } free ? Day.Later(last, free) : until);
    }

    /// <summary>Last day of points that are earned on a day; null where lots carry no date.</summary>
    public static Day? EndOf(ExpirySettings settings, Day earnedOn) => settings.Kind switch
    {
        ExpiryKind.RollingMonths => earnedOn.AddMonths(settings.Months),
        ExpiryKind.EndOfYear => new Day(earnedOn.AddYears(settings.Years).Year, 12, 31),
        ExpiryKind.FixedDate => FixedDateAfter(settings, earnedOn),
        _ => null,
    };

    /// <summary>What has to be posted today; a member without anything due gets nothing.</summary>
    /// <param name="settings">Of the programme.</param>
    /// <param name="head">After the lock.</param>
    /// <param name="lastActivityOn">See <see cref="IsActivity"/>; null for a member who was never active.</param>
    /// <param name="today">In the programme's zone.</param>
    public static IReadOnlyList<ExpiryDue> Due(
        ExpirySettings settings, MemberHead head, Day? lastActivityOn, Day today)
    {
        if (settings.Kind == ExpiryKind.Inactivity && lastActivityOn is { } active && !head.Lots.IsEmpty)
        {
            Day last = active.AddMonths(settings.Months);
            if (last < today) return new[] { new ExpiryDue { EndedOn = last, Lots = head.Lots } };
        }

        return head.Lots.Lots
            .Where(lot => lot.Key.IsOverOn(today))
            .GroupBy(lot => lot.Key.ExpiresOn.GetValueOrDefault())
            .OrderBy(day => day.Key)
            .Select(day => new ExpiryDue { EndedOn = day.Key, Lots = LotBook.Of(day) })
            .ToArray();
    }

    /// <summary>
    /// Whether an entry keeps an inactive member's points alive: earning and spending always, a correction by hand and
    /// a return by setting, nothing else (a job or a transfer is no sign of life).
    /// </summary>
    public static bool IsActivity(ExpirySettings settings, EntryKind kind) => kind switch
    {
        EntryKind.Earn or EntryKind.Redeem => true,
        EntryKind.Adjust => settings.AdjustmentIsActivity,
        EntryKind.Return => settings.ReturnIsActivity,
        _ => false,
    };

    /// <summary>
    /// The open lots under changed settings. Static mode keeps them. Dynamic mode counts anew from the earned day; lots
    /// that did not expire have no earned day and count from today, so that nobody loses points by the change itself.
    /// </summary>
    public static LotBook Redated(ExpirySettings settings, LotBook lots, Day today) =>
        settings.Mode == ExpiryMode.Static
            ? lots
            : lots.With(key => LotKey.Of(
                key.EarnedOn ?? today, key.AvailableFrom, EndOf(settings, key.EarnedOn ?? today)));

    /// <summary>How many points get another last day by <see cref="Redated"/>: shown before an administrator
    /// confirms.</summary>
    public static long PointsRedated(ExpirySettings settings, LotBook lots, Day today)
    {
        LotBook after = Redated(settings, lots, today);
        LotBook same = LotBook.Of(lots.Lots
            .Where(lot => after.Lots.Any(other => other.Equals(lot))));
        return lots.Total - same.Total;
    }

    private static Day FixedDateAfter(ExpirySettings settings, Day earnedOn)
    {
        Day first = Day.InMonth(earnedOn.Year, settings.FixedMonth, settings.FixedDay);
        int years = settings.Years + (first > earnedOn ? 0 : 1);
        int year = earnedOn.AddYears(years).Year;
        return Day.InMonth(year, settings.FixedMonth, settings.FixedDay);
    }
}
