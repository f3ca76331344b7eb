using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Tracing;

namespace Dataverse.Local.Async;

/// <summary>One run of an asynchronous step that waits for its turn.</summary>
internal sealed class SystemJob
{
    /// <summary>Id of the asyncoperation row.</summary>
    public required Guid Id { get; init; }

    public required Step Step { get; init; }

    public required PluginContext Context { get; init; }

    /// <summary>Where the trace that is being recorded shows it; null when none is.</summary>
    public TraceNode? Trace { get; init; }
}
