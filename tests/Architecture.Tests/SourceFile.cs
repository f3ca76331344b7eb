using Microsoft.CodeAnalysis;

namespace CrmExtensions.Architecture.Tests;

/// <param name="Path">Relative to the repository root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text, SyntaxNode Root)
{
    public IEnumerable<T> Nodes<T>() where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    public static int Lines(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
