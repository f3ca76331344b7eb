using System;

namespace Dataverse.Local.Limits;

/// <summary>
/// The limits of Dataverse in the cloud. The defaults are the cloud's; null switches a limit off. What is exactly at a
/// limit is allowed, what is above it is refused.
/// </summary>
public sealed class PlatformLimits
{
    /// <summary>Requests within requests before the loop guard stops them: 8.</summary>
    public int? Depth { get; init; } = 8;

    /// <summary>Rows behind an aggregate: 50,000. A query's <c>aggregatelimit</c> may lower it.</summary>
    public int? AggregateRows { get; init; } = 50_000;

    /// <summary>
    /// Rows of a page: 5,000; who asks for more gets as many. Off, a page has as many rows as are asked for, and 5,000
    /// when nothing is said.
    /// </summary>
    public int? PageRows { get; init; } = 5_000;

    /// <summary>Requests of an ExecuteMultiple: 1,000.</summary>
    public int? BatchRequests { get; init; } = 1_000;

    /// <summary>Requests of an ExecuteTransaction: 1,000.</summary>
    public int? TransactionRequests { get; init; } = 1_000;

    /// <summary>
    /// Size of what a plugin is told about a request, in bytes: 116.85 MB. A request that no plugin is registered for
    /// may be larger.
    /// </summary>
    public long? MessageBytes { get; init; } = 122_526_105;

    /// <summary>
    /// Characters that are kept of what a run of a plugin traces: the last 10,240. A trace that is recorded here holds
    /// everything.
    /// </summary>
    public int? TraceCharacters { get; init; } = 10_240;

    /// <summary>Content of a web resource, in bytes: 5 MB, as in a new environment.</summary>
    public int? WebResourceBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>
    /// How long a request from outside may take with all synchronous plugins that it sets off, by the clock of the
    /// environment: 2 minutes. A request within ExecuteMultiple has its own time.
    /// </summary>
    public TimeSpan? Operation { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one run of a plugin or an activity may take, in a system job too: 2 minutes.</summary>
    public TimeSpan? Plugin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Requests of one user, from outside. Off by default: tests and imports run at full speed. On, with the cloud's
    /// numbers: <c>new ServiceProtection()</c>.
    /// </summary>
    public ServiceProtection? ServiceProtection { get; init; }
}
