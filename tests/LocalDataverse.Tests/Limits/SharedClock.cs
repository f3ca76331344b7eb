using System;

namespace Dataverse.Local.Tests.Limits;

/// <summary>Makes the clock of an environment known to the test plugin Wait, under a key of its own.</summary>
internal sealed class SharedClock : IDisposable
{
    public SharedClock(ManualClock clock)
        : this(clock.Advance)
    {
    }

    /// <summary>What shall happen when the plugin waits.</summary>
    public SharedClock(Action<TimeSpan> wait) => AppDomain.CurrentDomain.SetData(Key, wait);

    public string Key { get; } = "clock-" + Guid.NewGuid().ToString("N");

    public void Dispose() => AppDomain.CurrentDomain.SetData(Key, null);
}
