using System;
using System.Collections.Generic;
using System.Text;

namespace Dataverse.Local.Tracing;

/// <summary>What an action set off in the environment, as a tree that can be frozen as text.</summary>
public sealed class OperationTrace
{
    internal OperationTrace(IReadOnlyList<TraceNode> roots) => Roots = roots;

    /// <summary>The requests from outside, in order.</summary>
    public IReadOnlyList<TraceNode> Roots { get; }

    /// <summary>The tree without the plugins' own trace lines, two spaces a level, lines ended by \n.</summary>
    public override string ToString() => Render(withLines: false);

    /// <summary>The tree; with the plugins' own trace lines if wanted.</summary>
    public string Render(bool withLines)
    {
        StringBuilder text = new();
        foreach (TraceNode root in Roots)
        {
            Write(text, root, 0, withLines);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, TraceNode node, int level, bool withLines)
    {
        if (node.Kind == TraceNodeKind.Line && !withLines)
        {
            return;
        }

        text.Append(' ', level * 2).Append(node.Kind == TraceNodeKind.Line ? "| " : "").Append(node.Text);
        if (node.Fault is not null)
        {
            text.Append(" -> ").Append(node.Fault.ReplaceLineEndings(" "));
        }

        text.Append('\n');
        foreach (TraceNode child in node.Children)
        {
            Write(text, child, level + 1, withLines);
        }
    }
}
