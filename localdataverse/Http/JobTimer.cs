using System;
using System.IO;
using System.Threading;

namespace Dataverse.Local.Http;

/// <summary>
/// Runs the system jobs of a served environment: behind every writing request, and when a delayed one is due. One
/// thread at a time, so that jobs keep their order. What goes wrong is only noted: nobody waits for it.
/// </summary>
internal sealed class JobTimer : IDisposable
{
    /// <summary>A job that is due and cannot run must not keep the processor busy.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly LocalDataverse _dataverse;
    private readonly TimeSpan _longest;
    private readonly TextWriter _errors;
    private readonly Lock _running = new();
    private readonly ITimer _timer;
    private bool _closed;

    public JobTimer(LocalDataverse dataverse, LocalServerOptions options)
    {
        _dataverse = dataverse;
        _errors = options.Errors;
        _longest = options.JobInterval > Shortest ? options.JobInterval : Shortest;
        _timer = dataverse.Clock.CreateTimer(
            _ => Run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Jobs that were waiting when the environment was opened run at once.</summary>
    public void Start() => _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    public void Run()
    {
        lock (_running)
        {
            if (_closed) return;
            try
            {
                _dataverse.RunAsyncJobs();
            }
            catch (Exception failure)
            {
                _errors.WriteLine(failure);
            }

            _timer.Change(UntilNext(), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Returns when the jobs that are running now are over; no other ones begin.</summary>
    public void Dispose()
    {
        lock (_running)
        {
            _closed = true;
            _timer.Dispose();
        }
    }

    private TimeSpan UntilNext()
    {
        if (_dataverse.NextJobDue is not DateTime due) return _longest;
        TimeSpan wait = due - _dataverse.Clock.GetUtcNow().UtcDateTime;
        return wait < Shortest ? Shortest : wait > _longest ? _longest : wait;
    }
}
