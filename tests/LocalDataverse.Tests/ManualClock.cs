using System;

namespace Dataverse.Local.Tests;

/// <summary>Time stands still until it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan span) => _now += span;

    /// <summary>To a point in time, as RunAsyncJobsUntil asks for.</summary>
    public void Set(DateTime utc) => _now = new DateTimeOffset(utc, TimeSpan.Zero);
}
