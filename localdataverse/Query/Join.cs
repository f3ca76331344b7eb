using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>A link from a column of the parent source to a column of another table.</summary>
internal sealed class Join
{
    public Join(JoinKind kind, Column from, Source target, Column to)
    {
        Kind = kind;
        From = from;
        Target = target;
        To = to;
    }

    public JoinKind Kind { get; }

    public Column From { get; }

    public Source Target { get; }

    public Column To { get; }

    /// <summary>True if columns of the target can be part of the result.</summary>
    public bool IsFlat => Kind is JoinKind.Inner or JoinKind.Outer or JoinKind.MatchFirst;
}
