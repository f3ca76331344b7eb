using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The time zone in which a programme counts its days, whatever the zone of the user who looks at them. The zone comes
/// from the platform by its Windows id: IANA ids are unknown to the .NET Framework of the sandbox.
/// </summary>
public sealed class ProgrammeZone
{
    public static readonly ProgrammeZone Utc = new(TimeZoneInfo.Utc);

    private readonly TimeZoneInfo zone;

    public ProgrammeZone(TimeZoneInfo zone) => this.zone = zone;

    /// <summary>Whether an id is written as Windows writes them, such as "W. Europe Standard Time" or
    /// "UTC-11".</summary>
    public static bool IsWindowsId(string id) =>
        id == "UTC"
        || id.IndexOf(" Standard Time", StringComparison.Ordinal) > 0
        || (id.Length == 6
            && id.StartsWith("UTC", StringComparison.Ordinal)
            && id[3] is '+' or '-'
            && char.IsDigit(id[4])
            && char.IsDigit(id[5]));

    /// <summary>The day that it is in this zone at a moment in UTC.</summary>
    public Day DayAt(DateTime utc)
    {
        Require.That(utc.Kind == DateTimeKind.Utc, "a moment in UTC");
        return Day.Of(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
    }

    /// <summary>The moment in UTC at which a day begins in this zone: its midnight, or the end of the gap where the
    /// clock skips midnight.</summary>
    public DateTime StartOf(Day day)
    {
        DateTime local = day.Midnight;
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        TimeSpan offset = zone.IsAmbiguousTime(local)
            ? Largest(zone.GetAmbiguousTimeOffsets(local))
            : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    private static TimeSpan Largest(TimeSpan[] offsets)
    {
        Array.Sort(offsets);
        return offsets[offsets.Length - 1];
    }
}
