using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Threading;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// Ids for new rows, rising in the order in which SQL Server sorts them (last six bytes first), as the platform's do:
/// rows that are created together lie together in every index. The other ten bytes are random.
/// </summary>
internal sealed class SequentialIds
{
    private const int RandomBytes = 10;

    private readonly TimeProvider _clock;
    private long _last;

    public SequentialIds(TimeProvider clock) => _clock = clock;

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[..RandomBytes]);
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, NextCount());
        counter[2..].CopyTo(bytes[RandomBytes..]);
        return new Guid(bytes);
    }

    /// <summary>Milliseconds of the clock, and at least one more than the last time.</summary>
    private long NextCount()
    {
        long now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        while (true)
        {
            long last = Interlocked.Read(ref _last);
            long next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
