using System.Collections.Generic;

namespace Dataverse.Local.Tracing;

/// <summary>One line of a trace with what happened below it, in order.</summary>
public sealed class TraceNode
{
    private readonly List<TraceNode> _children = [];

    internal TraceNode(TraceNodeKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>What the line stands for.</summary>
    public TraceNodeKind Kind { get; }

    /// <summary>
    /// Message and table, or stage, mode and plugin type; no ids and no times, so it is the same every run.
    /// </summary>
    public string Text { get; }

    /// <summary>Message of the fault that ended it; null when it went through.</summary>
    public string? Fault { get; internal set; }

    /// <summary>In order of occurrence.</summary>
    public IReadOnlyList<TraceNode> Children => _children;

    internal void Add(TraceNode child) => _children.Add(child);
}
