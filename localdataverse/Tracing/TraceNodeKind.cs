namespace Dataverse.Local.Tracing;

/// <summary>What a line of a trace stands for.</summary>
public enum TraceNodeKind
{
    /// <summary>A request to the organisation service.</summary>
    Request,

    /// <summary>A synchronous step, a custom API's plugin or an activity.</summary>
    Plugin,

    /// <summary>An asynchronous step; its children appear when the job has run within the trace.</summary>
    Job,

    /// <summary>A line that a plugin has written to its tracing service.</summary>
    Line,
}
