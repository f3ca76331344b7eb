using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dataverse.Local.Tracing;

namespace CrmExtensions.Cli.Flow;

/// <summary>What happened in a run, to be asked for one event or printed whole.</summary>
internal sealed class FlowTree(IReadOnlyList<FlowNode> roots)
{
    public IReadOnlyList<FlowNode> Roots => roots;

    public static FlowTree Of(OperationTrace trace) => new([.. trace.Roots.Select(FlowNode.Of)]);

    /// <param name="name">Table and message, such as `salesorder.Update`; case does not matter.</param>
    /// <returns>
    /// The requests of that event; those that set off nothing of the product (the platform's own sums on the order)
    /// only where there are no others.
    /// </returns>
    public IEnumerable<FlowNode> Find(string name)
    {
        FlowNode[] found = [.. All()
            .Where(node => string.Equals(node.Event, name, StringComparison.OrdinalIgnoreCase))];
        return found.Any(node => node.SetsOffCode) ? found.Where(node => node.SetsOffCode) : found.Take(1);
    }

    public IEnumerable<string> Events() =>
        All().Select(node => node.Event).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    public static string Text(IEnumerable<FlowNode> nodes)
    {
        StringBuilder text = new();
        foreach (FlowNode node in nodes)
        {
            text.Append(node.Text).Append('\n');
            WriteChildren(text, node, "");
        }

        return text.ToString();
    }

    private static void WriteChildren(StringBuilder text, FlowNode node, string indent)
    {
        for (int i = 0; i < node.Children.Count; i++)
        {
            bool last = i == node.Children.Count - 1;
            FlowNode child = node.Children[i];
            text.Append(indent).Append(last ? "`- " : "|- ").Append(child.Text).Append('\n');
            WriteChildren(text, child, indent + (last ? "   " : "|  "));
        }
    }

    private IEnumerable<FlowNode> All() => roots.SelectMany(root => root.WithDescendants());
}
