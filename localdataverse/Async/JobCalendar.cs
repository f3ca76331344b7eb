using System;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Async;

/// <summary>Takes a clock that only moves by hand through the due times of the system jobs.</summary>
internal sealed class JobCalendar
{
    private readonly Engine _engine;

    public JobCalendar(Engine engine) => _engine = engine;

    public int RunUntil(DateTime end, Action<DateTime> setClock)
    {
        if (end < _engine.Now())
        {
            throw new ArgumentException($"The end {end:u} is before the clock's {_engine.Now():u}.", nameof(end));
        }

        int run = _engine.Jobs.Drain();
        while (_engine.Jobs.NextDue is DateTime next && next <= end)
        {
            Move(next, setClock);
            run += _engine.Jobs.Drain();
        }

        Move(end, setClock);
        return run;
    }

    private void Move(DateTime time, Action<DateTime> setClock)
    {
        setClock(time);
        if (_engine.Clock.GetUtcNow().UtcDateTime < time)
        {
            throw new InvalidOperationException($"The clock of the options did not follow to {time:u}.");
        }
    }
}
