namespace Dataverse.Local.Query;

/// <summary>Which page of a result is wanted. Pages count from 1; a cookie continues behind a row already
/// seen.</summary>
internal sealed class Page
{
    public const int LargestSize = 5000;

    public int Number { get; init; } = 1;

    public int Size { get; init; } = LargestSize;

    public string? Cookie { get; init; }

    public bool CountTotal { get; init; }
}
