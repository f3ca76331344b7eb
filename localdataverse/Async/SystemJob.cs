using System;
using Dataverse.Local.Plugins;
using Dataverse.Local.Tracing;

namespace Dataverse.Local.Async;

/// <summary>A job that is not over. Everything that matters is in its asyncoperation row.</summary>
internal sealed class SystemJob
{
    /// <summary>Id of the asyncoperation row.</summary>
    public required Guid Id { get; init; }

    public required JobType Type { get; init; }

    /// <summary>
    /// Of an asynchronous step, while the environment that met it is open; afterwards the row's data has it.
    /// </summary>
    public PluginContext? Context { get; init; }

    /// <summary>Where the trace that is being recorded shows it; null when none is.</summary>
    public TraceNode? Trace { get; init; }
}
