using System;

namespace Dataverse.Local.Limits;

/// <summary>
/// The service protection limits of one user, over a sliding window of the injected clock. Requests of plugins,
/// activities and system jobs do not count, the time that plugins take does. A whole web request counts as one, and so
/// does ExecuteMultiple. Null switches one of the three off.
/// </summary>
public sealed class ServiceProtection
{
    /// <summary>How far back requests and their time count: 300 seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Requests within the window: 6,000.</summary>
    public int? Requests { get; init; } = 6000;

    /// <summary>Time that the requests of the window have taken together: 20 minutes.</summary>
    public TimeSpan? ExecutionTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Requests under way at once: 52, the least that the cloud gives.</summary>
    public int? Concurrent { get; init; } = 52;

    /// <summary>
    /// What a client is told to wait that has too many requests under way: 1 second. The cloud's number is not public.
    /// </summary>
    public TimeSpan ConcurrentRetryAfter { get; init; } = TimeSpan.FromSeconds(1);
}
