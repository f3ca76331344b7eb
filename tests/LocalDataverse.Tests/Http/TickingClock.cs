using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Dataverse.Local.Tests.Http;

/// <summary>A clock that is moved by hand, with timers that follow it: they fire on the thread that moves it.</summary>
internal sealed class TickingClock : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>Timers that nobody has disposed.</summary>
    public int Timers => _timers.Count;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, () => callback(state));
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan span)
    {
        _now += span;
        foreach (Timer timer in _timers.Where(timer => timer.Due <= _now).ToArray()) timer.Fire();
    }

    private sealed class Timer : ITimer
    {
        private readonly TickingClock _clock;
        private readonly Action _callback;

        public Timer(TickingClock clock, Action callback)
        {
            _clock = clock;
            _callback = callback;
        }

        public DateTimeOffset? Due { get; private set; }

        public void Fire()
        {
            Due = null;
            _callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock._now + dueTime;
            return true;
        }

        public void Dispose() => _clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
