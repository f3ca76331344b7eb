using System;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// The clock of a local Dataverse that lives through years of orders in seconds: it shows what it was set to.
/// </summary>
internal sealed class OrderClock(DateTime start) : TimeProvider
{
    private TimeProvider? following;
    private DateTimeOffset now = new(start, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() =>
        following is { } other && other.GetUtcNow() is { } time && time > now ? time : now;

    /// <summary>From now on people use the environment: the time is the other clock's, unless that is behind.</summary>
    public void Follow(TimeProvider other) => following = other;

    /// <param name="utc">An earlier time than the current one is ignored: time never runs backwards.</param>
    public void AdvanceTo(DateTime utc)
    {
        DateTimeOffset next = new(utc, TimeSpan.Zero);
        if (next > now) now = next;
    }
}
