using System.Collections.Generic;

namespace Dataverse.Local.Tracing;

/// <summary>Grows the tree of one trace; used by one thread.</summary>
internal sealed class TraceRecorder
{
    private readonly List<TraceNode> _roots = [];
    private readonly Stack<TraceNode> _open = new();

    public IReadOnlyList<TraceNode> Roots => _roots;

    public TraceScope Open(TraceNodeKind kind, string text)
    {
        TraceNode node = Leaf(kind, text);
        _open.Push(node);
        return new TraceScope(this, node);
    }

    /// <summary>Continues below a node that has been closed, wherever it stands.</summary>
    public TraceScope Reopen(TraceNode node)
    {
        _open.Push(node);
        return new TraceScope(this, node);
    }

    public TraceNode Leaf(TraceNodeKind kind, string text)
    {
        TraceNode node = new(kind, text);
        if (_open.TryPeek(out TraceNode? parent))
        {
            parent.Add(node);
        }
        else
        {
            _roots.Add(node);
        }

        return node;
    }

    public void Close() => _open.Pop();
}
