using System;

namespace CrmExtensions.Solution.Tests;

/// <summary>Time stands still until a test moves it.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
