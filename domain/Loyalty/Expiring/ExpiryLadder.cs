using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What ends when: the sum for each day to come, not only the nearest one.</summary>
public static class ExpiryLadder
{
    /// <summary>Ascending; lots that are over already are left out, they belong to the job.</summary>
    public static IReadOnlyList<ExpiryRung> Of(LotBook lots, Day today) => lots.Lots
        .Where(lot => lot.Key.ExpiresOn >= today)
        .GroupBy(lot => lot.Key.ExpiresOn.GetValueOrDefault())
        .OrderBy(day => day.Key)
        .Select(day => new ExpiryRung { ExpiresOn = day.Key, Points = day.Sum(lot => lot.Points) })
        .ToArray();

    /// <summary>
    /// Reminders whose day came after <paramref name="lastRunOn"/> and not after <paramref name="today"/>, so that a
    /// missed run loses none and a second run repeats none. A day that two reminders reach is told once, by the nearer.
    /// </summary>
    public static IReadOnlyList<ExpiryReminder> Due(
        ExpirySettings settings, LotBook lots, Day lastRunOn, Day today) => Of(lots, today)
        .SelectMany(rung => settings.ReminderDays
            .OrderBy(days => days)
            .Where(days => rung.ExpiresOn.AddDays(-days) > lastRunOn && rung.ExpiresOn.AddDays(-days) <= today)
            .Take(1)
            .Select(days => new ExpiryReminder
            {
                DaysBefore = days, ExpiresOn = rung.ExpiresOn, Points = rung.Points,
            }))
        .ToArray();
}
