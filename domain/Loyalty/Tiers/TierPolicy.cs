using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Which tier a member has. Status points decide, never the balance, so spending changes nothing. Nothing here happens
/// by
/// itself: a changed limit works only through an evaluation that somebody asks for after a preview.
/// </summary>
public sealed class TierPolicy
{
    private readonly IReadOnlyList<Tier> tiers;
    private readonly TierSettings settings;

    public TierPolicy(IEnumerable<Tier> tiers, TierSettings settings)
    {
        this.tiers = tiers.OrderBy(tier => tier.Rank).ThenBy(tier => tier.Id.ToString("N"), StringComparer.Ordinal)
            .ToArray();
        this.settings = settings;
    }

    /// <summary>The highest tier whose limits are met on a day; null where not even the lowest is.</summary>
    public Tier? Reached(StatusBook status, Day joinedOn, Day on) =>
        tiers.LastOrDefault(tier => Meets(tier, status, joinedOn, on));

    /// <summary>Status points of the programme's window on a day.</summary>
    public long PointsOn(StatusBook status, Day joinedOn, Day on) =>
        status.PointsBetween(WindowStart(joinedOn, on), on);

    /// <param name="standing">What the member row says.</param>
    /// <param name="status">The member's status months.</param>
    /// <param name="joinedOn">For the window of the membership year.</param>
    /// <param name="today">In the programme's zone.</param>
    /// <param name="cause">Written down if the tier falls; rising is always by qualification, unless a merge or a
    /// re-evaluation asks.</param>
    public TierDecision Evaluate(
        TierStanding standing, StatusBook status, Day joinedOn, Day today, TierReason cause)
    {
        Tier? now = tiers.FirstOrDefault(tier => tier.Id == standing.TierId);
        Tier? reached = ReachedInTime(standing, status, joinedOn, today);
        int difference = Rank(reached).CompareTo(Rank(now));
        TierStanding after = difference switch
        {
            > 0 => Standing(reached, joinedOn, today),
            0 => Extended(standing, reached, joinedOn, today),
            _ => Fallen(standing, now!, reached, joinedOn, today),
        };
        bool isAsked = cause is TierReason.Reevaluation or TierReason.Merge or TierReason.ByHand;
        TierResult result = ResultOf(standing, after, today, difference);
        return new TierDecision
        {
            Result = result,
            Before = standing,
            After = after,
            Reason = isAsked ? cause : ReasonOf(result, cause),
            StatusPoints = PointsOn(status, joinedOn, today),
        };
    }

    /// <summary>
    /// What the months that are kept would have given to a member who was evaluated all along: the highest tier
    /// that one of them reached and that still lasts.
    /// </summary>
    public TierStanding Remembered(StatusBook status, Day joinedOn, Day today)
    {
        TierStanding best = Standing(Reached(status, joinedOn, today), joinedOn, today);
        foreach (StatusMonth month in status.Months)
        {
            Day end = new Day(month.MonthNumber / 12, (month.MonthNumber % 12) + 1, 1).AddMonths(1).AddDays(-1);
            Day last = Day.Earlier(end, today);
            TierStanding then = Standing(Reached(status, joinedOn, last), joinedOn, last);
            if (then.Until is null || then.Until >= today) best = Higher(best, then);
        }

        return best;
    }

    /// <summary>The one of the higher tier; of the same tier the one that lasts longer.</summary>
    public TierStanding Higher(TierStanding one, TierStanding other)
    {
        int difference = Compare(other, one);
        return difference > 0 || (difference == 0 && other.Until > one.Until) ? other : one;
    }

    /// <summary>Above zero if the first tier is the higher one.</summary>
    public int Compare(TierStanding one, TierStanding other) => RankOf(one).CompareTo(RankOf(other));

    private int RankOf(TierStanding standing) => Rank(tiers.FirstOrDefault(tier => tier.Id == standing.TierId));

    // On the day after a period the new window is empty: what counts is the window that the tier ended with.
    private Tier? ReachedInTime(TierStanding standing, StatusBook status, Day joinedOn, Day today)
    {
        Tier? reached = Reached(status, joinedOn, today);
        Tier? atEnd = standing.Until is { } until && until < today ? Reached(status, joinedOn, until) : null;
        return Rank(atEnd) > Rank(reached) ? atEnd : reached;
    }

    private bool Meets(Tier tier, StatusBook status, Day joinedOn, Day on)
    {
        if (tier.IsForEverybody) return true;
        Day first = WindowStart(joinedOn, on);
        return status.PointsBetween(on, on) >= (tier.MonthPoints ?? long.MaxValue)
            || status.PointsBetween(first, on) >= (tier.YearPoints ?? long.MaxValue)
            || status.OrdersBetween(first, on) >= (tier.YearOrders ?? long.MaxValue);
    }

    private Day WindowStart(Day joinedOn, Day on) => settings.Window switch
    {
        TierWindow.CalendarYear => new Day(on.Year, 1, 1),
        TierWindow.RollingYear => MonthsBefore(on, 11),
        _ => MonthsBefore(on, (on.MonthNumber - Day.Earlier(joinedOn, on).MonthNumber) % 12),
    };

    private TierStanding Extended(TierStanding standing, Tier? tier, Day joinedOn, Day today)
    {
        bool isSame = standing.TierId == tier?.Id;
        if (tier is null || !isSame) return isSame ? standing : Standing(tier, joinedOn, today);
        if (tier.IsForEverybody) return standing;
        Day? until = EndOf(tier, joinedOn, today);
        return until > standing.Until ? standing with { Until = until } : standing;
    }

    private TierStanding Fallen(TierStanding standing, Tier now, Tier? reached, Day joinedOn, Day today)
    {
        if (settings.Downgrade == DowngradePolicy.Immediately) return Standing(reached, joinedOn, today);
        bool isOver = standing.Until is { } until && until.AddDays(settings.GraceDays) < today;
        if (!isOver) return standing;
        Tier? next = settings.Downgrade == DowngradePolicy.OneTierAtPeriodEnd
            ? tiers.LastOrDefault(tier => tier.Rank < now.Rank)
            : reached;
        return Standing(next, joinedOn, today);
    }

    private TierStanding Standing(Tier? tier, Day joinedOn, Day today) => tier is null
        ? TierStanding.None
        : new TierStanding
        {
            TierId = tier.Id,
            Since = today,
            Until = tier.IsForEverybody ? null : EndOf(tier, joinedOn, today),
        };

    private Day EndOf(Tier tier, Day joinedOn, Day today)
    {
        Day last = today.AddMonths(tier.ValidMonths);
        return settings.Window switch
        {
            TierWindow.CalendarYear => new Day(last.Year, 12, 31),
            TierWindow.RollingYear => last,
            _ => MembershipYearEnd(joinedOn, last),
        };
    }

    private static Day MembershipYearEnd(Day joinedOn, Day last)
    {
        int years = Math.Max(0, last.Year - joinedOn.Year);
        Day anniversary = joinedOn.AddYears(years);
        return (anniversary > last ? anniversary : joinedOn.AddYears(years + 1)).AddDays(-1);
    }

    private static TierResult ResultOf(TierStanding before, TierStanding after, Day today, int difference)
    {
        if (!before.Equals(after))
        {
            return difference switch
            {
                > 0 => TierResult.Upgraded,
                0 => TierResult.Extended,
                _ => TierResult.Downgraded,
            };
        }

        return difference < 0 && before.Until < today ? TierResult.InGrace : TierResult.Unchanged;
    }

    private static TierReason ReasonOf(TierResult result, TierReason cause) => result switch
    {
        TierResult.Upgraded => TierReason.Qualified,
        TierResult.Extended => TierReason.Requalified,
        _ => cause == TierReason.Return ? TierReason.Return : TierReason.PeriodEnded,
    };

    private static int Rank(Tier? tier) => tier?.Rank ?? -1;

    private static Day MonthsBefore(Day day, int months)
    {
        int number = Math.Max(12, day.MonthNumber - months);
        return new Day(number / 12, (number % 12) + 1, 1);
    }
}
