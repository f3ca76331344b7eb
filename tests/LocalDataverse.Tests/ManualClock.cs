using System;

namespace Dataverse.Local.Tests;

/// <summary>Time stands still until it is moved.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan span) => _now += span;

    /// <summary>For RunAsyncJobsUntil.</summary>
    public void Set(DateTime utc) => _now = new DateTimeOffset(utc, TimeSpan.Zero);
}
