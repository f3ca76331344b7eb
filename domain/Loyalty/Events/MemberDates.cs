using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>When a job has to look at a member again, so that it finds the members that are due by one indexed
/// day.</summary>
public sealed class MemberDates
{
    public MemberHead Head { get; init; } = new();
    public TierStanding Tier { get; init; } = TierStanding.None;
    public Day? LastActivityOn { get; init; }
    public Day? FrozenUntil { get; init; }

    /// <summary>
    /// The earliest of: the day after a lot's last day, a lot's available-from day, the day after the inactivity term,
    /// after a tier with its grace, after a freeze. Null where nothing will ever be due.
    /// </summary>
    public Day? NextDue(Programme programme)
    {
        IEnumerable<Day?> days = Head.Lots.Lots
            .SelectMany(lot => new[] { After(lot.Key.ExpiresOn), lot.Key.AvailableFrom })
            .Concat(new[]
            {
                After(InactiveOn(programme)),
                After(Tier.Until?.AddDays(programme.Tiers.GraceDays)),
                After(FrozenUntil),
            });
        return days.Where(day => day is not null).OrderBy(day => day).FirstOrDefault();
    }

    private Day? InactiveOn(Programme programme) =>
        programme.Expiry.Kind == ExpiryKind.Inactivity && !Head.Lots.IsEmpty
            ? LastActivityOn?.AddMonths(programme.Expiry.Months)
            : null;

    private static Day? After(Day? day) => day?.AddDays(1);
}
