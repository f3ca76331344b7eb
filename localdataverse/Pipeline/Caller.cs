using System;
using Dataverse.Local.Plugins;

namespace Dataverse.Local.Pipeline;

/// <summary>Who issues a request, and within what.</summary>
internal sealed class Caller
{
    /// <summary>In whose name the request runs.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who started the chain.</summary>
    public required Guid InitiatingUserId { get; init; }

    /// <summary>The user who is logged on and acts on behalf of <see cref="UserId"/>; null: nobody else.</summary>
    public Guid? ImpersonatorId { get; init; }

    /// <summary>Work of the platform within a message that has been checked: nothing is asked again.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Part of a request from outside that service protection has let in as a whole.</summary>
    public bool IsAdmitted { get; init; }

    public required RequestOrigin Origin { get; init; }

    /// <summary>True within a system job, however deep.</summary>
    public bool InJob { get; init; }

    /// <summary>Of the request to come: 1 from outside, one more than the plugin's own inside a plugin.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Empty: the request starts a chain of its own.</summary>
    public Guid CorrelationId { get; init; }

    /// <summary>Context of the plugin that calls; null from outside.</summary>
    public PluginContext? Context { get; init; }

    /// <summary>Session and transaction to join; null: take one.</summary>
    public UnitOfWork? Unit { get; init; }
}
