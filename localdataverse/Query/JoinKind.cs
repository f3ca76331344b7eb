namespace Dataverse.Local.Query;

/// <summary>How a linked table restricts or extends the rows. The last four stand inside a filter.</summary>
internal enum JoinKind
{
    Inner,
    Outer,
    Exists,
    In,
    MatchFirst,
    Any,
    NotAny,
    All,
    NotAll,
}
