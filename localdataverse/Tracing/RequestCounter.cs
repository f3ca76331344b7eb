using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Tracing;

/// <summary>
/// How often the organisation service was called, by message and by whom. Counting goes on until reset.
/// </summary>
public sealed class RequestCounter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long[]> _counts = new(StringComparer.Ordinal);
    private long _written;
    private long _read;

    /// <summary>Requests of one origin, over all messages.</summary>
    public long Of(RequestOrigin origin)
    {
        lock (_gate)
        {
            return _counts.Values.Sum(counts => counts[(int)origin]);
        }
    }

    /// <summary>Requests of one message and origin.</summary>
    public long Of(RequestOrigin origin, string message)
    {
        lock (_gate)
        {
            return _counts.TryGetValue(message, out long[]? counts) ? counts[(int)origin] : 0;
        }
    }

    /// <summary>Message names with their count for one origin, zeros left out.</summary>
    public IReadOnlyDictionary<string, long> ByMessage(RequestOrigin origin)
    {
        lock (_gate)
        {
            return _counts
                .Where(entry => entry.Value[(int)origin] > 0)
                .ToDictionary(entry => entry.Key, entry => entry.Value[(int)origin]);
        }
    }

    /// <summary>Rows that messages have created, changed or deleted, those of platform logic included.</summary>
    public long RowsWritten => Interlocked.Read(ref _written);

    /// <summary>Rows that Retrieve and RetrieveMultiple have returned.</summary>
    public long RowsRead => Interlocked.Read(ref _read);

    /// <summary>Begins again at zero.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _counts.Clear();
            Interlocked.Exchange(ref _written, 0);
            Interlocked.Exchange(ref _read, 0);
        }
    }

    internal void CountWritten() => Interlocked.Increment(ref _written);

    internal void CountRead(int rows) => Interlocked.Add(ref _read, rows);

    internal void Count(string message, RequestOrigin origin)
    {
        lock (_gate)
        {
            if (!_counts.TryGetValue(message, out long[]? counts))
            {
                counts = new long[4];
                _counts.Add(message, counts);
            }

            counts[(int)origin]++;
        }
    }
}
