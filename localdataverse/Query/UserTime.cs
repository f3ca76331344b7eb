using System;

namespace Dataverse.Local.Query;

/// <summary>Times of a user's clock as UTC.</summary>
internal static class UserTime
{
    /// <summary>A time that the change to summer time leaves out counts as an hour later.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        DateTime clock = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(clock)) clock = clock.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(clock, zone);
    }
}
