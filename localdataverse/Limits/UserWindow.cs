using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using System.Threading;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Limits;

/// <summary>
/// The requests of one user within the window. A request counts from its beginning on, its time from its end on.
/// </summary>
internal sealed class UserWindow
{
    private readonly ServiceProtection _limits;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _begun = new();
    private readonly Queue<Work> _done = new();
    private TimeSpan _used;
    private int _running;

    public UserWindow(ServiceProtection limits) => _limits = limits;

    public void Begin(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            if (_running >= _limits.Concurrent)
            {
                throw TooManyAtOnce();
            }

            if (_begun.Count >= _limits.Requests)
            {
                throw TooManyRequests(_begun.Peek() + _limits.Window - now);
            }

            if (_used > _limits.ExecutionTime)
            {
                throw TooMuchTime(UntilTimeIsLeft(now));
            }

            _begun.Enqueue(now);
            _running++;
        }
    }

    /// <summary>A clock that was set back in between takes no time away.</summary>
    public void End(DateTimeOffset begun, DateTimeOffset now)
    {
        lock (_gate)
        {
            _running--;
            if (now > begun)
            {
                _done.Enqueue(new Work(now, now - begun));
                _used += now - begun;
            }
        }
    }

    public Allowance Remaining(DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now);
            int? requests = _limits.Requests - _begun.Count;
            TimeSpan? time = _limits.ExecutionTime - _used;
            return new Allowance(requests, time < TimeSpan.Zero ? TimeSpan.Zero : time);
        }
    }

    /// <summary>What lies a whole window back does not count any more.</summary>
    private void Forget(DateTimeOffset now)
    {
        DateTimeOffset start = now - _limits.Window;
        while (_begun.TryPeek(out DateTimeOffset begun) && begun <= start)
        {
            _begun.Dequeue();
        }

        while (_done.TryPeek(out Work work) && work.End <= start)
        {
            _used -= work.Duration;
            _done.Dequeue();
        }
    }

    private TimeSpan UntilTimeIsLeft(DateTimeOffset now)
    {
        TimeSpan left = _used;
        foreach (Work work in _done)
        {
            left -= work.Duration;
            if (left <= _limits.ExecutionTime)
            {
                return work.End + _limits.Window - now;
            }
        }

        return _limits.Window;
    }

    private FaultException<OrganizationServiceFault> TooManyRequests(TimeSpan wait) => Refused(
        ErrorCodes.ThrottlingBurstRequestLimitExceeded,
        $"Number of requests exceeded the limit of {_limits.Requests} over time window of {Seconds()} seconds.",
        wait);

    private FaultException<OrganizationServiceFault> TooMuchTime(TimeSpan wait)
    {
        string most = _limits.ExecutionTime!.Value.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture);
        return Refused(
            ErrorCodes.ThrottlingTimeExceeded,
            $"Combined execution time of incoming requests exceeded limit of {most} milliseconds over time window of "
                + $"{Seconds()} seconds. Decrease number of concurrent requests or reduce the duration of requests and "
                + "try again later.",
            wait);
    }

    private FaultException<OrganizationServiceFault> TooManyAtOnce() => Refused(
        ErrorCodes.ThrottlingConcurrencyLimitExceeded,
        $"Number of concurrent requests exceeded the limit of {_limits.Concurrent}.",
        _limits.ConcurrentRetryAfter);

    private string Seconds() => _limits.Window.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static FaultException<OrganizationServiceFault> Refused(int code, string message, TimeSpan wait)
    {
        OrganizationServiceFault detail = new() { ErrorCode = code, Message = message };
        detail.ErrorDetails["Retry-After"] = wait;
        return Fault.From(detail);
    }

    private readonly record struct Work(DateTimeOffset End, TimeSpan Duration);
}
