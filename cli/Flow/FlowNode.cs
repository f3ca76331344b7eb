using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using Dataverse.Local.Tracing;

namespace CrmExtensions.Cli.Flow;

/// <summary>A request, step or job of a run with what it set off. The plugins' own trace lines are left out.</summary>
internal sealed record FlowNode(string Kind, string Text, IReadOnlyList<FlowNode> Children)
{
    /// <summary>Something of the product runs in or below it.</summary>
    [JsonIgnore]
    public bool SetsOffCode => Children.Any(child => child.Kind != nameof(TraceNodeKind.Request) || child.SetsOffCode);

    /// <summary>
    /// `salesorder.Update` for the request `Update salesorder`; null for everything that is no request on a table.
    /// </summary>
    [JsonIgnore]
    public string? Event =>
        Kind == nameof(TraceNodeKind.Request) && Text.Split(' ') is [string message, string table]
            ? $"{table}.{message}" : null;

    public static FlowNode Of(TraceNode node) => new(
        node.Kind.ToString(),
        node.Text,
        [.. node.Children.Where(child => child.Kind != TraceNodeKind.Line).Select(Of)]);

    public IEnumerable<FlowNode> WithDescendants() =>
        Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}
