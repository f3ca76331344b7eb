using System;
using System.Collections.ObjectModel;

namespace Dataverse.Local.Store;

/// <summary>The machine's time zones by number, because SQL carries numbers. The number holds for this process
/// only.</summary>
internal static class TimeZones
{
    private static readonly ReadOnlyCollection<TimeZoneInfo> All = TimeZoneInfo.GetSystemTimeZones();

    public const int Utc = -1;

    public static TimeZoneInfo At(int number) => number == Utc ? TimeZoneInfo.Utc : All[number];

    public static int NumberOf(TimeZoneInfo zone)
    {
        if (zone.Id == TimeZoneInfo.Utc.Id) return Utc;
        for (int number = 0; number < All.Count; number++)
        {
            if (All[number].Id == zone.Id) return number;
        }

        return NumberOf(TimeZoneInfo.FindSystemTimeZoneById(WithoutAlias(zone.Id)));
    }

    /// <summary>A Windows name finds the same rules under its IANA name.</summary>
    private static string WithoutAlias(string id) =>
        TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out string? iana) && iana != id
            ? iana
            : throw new ArgumentException($"Time zone {id} is not known on this machine.", nameof(id));
}
