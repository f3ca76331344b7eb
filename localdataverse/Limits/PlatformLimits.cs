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
