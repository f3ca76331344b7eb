using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>One column of the result.</summary>
internal sealed class SelectColumn
{
    public SelectColumn(Source source, Column column)
    {
        Source = source;
        Column = column;
    }

    public Source Source { get; }

    public Column Column { get; }

    /// <summary>Name in the result; makes the value an AliasedValue. Null: the column's own name.</summary>
    public string? Alias { get; init; }

    public Aggregate Aggregate { get; init; }

    public bool Distinct { get; init; }

    public bool GroupBy { get; init; }

    /// <summary>Instead of the column's value: how many rows stand directly below the row in its hierarchy.</summary>
    public bool CountsChildren { get; init; }

    public DateGrouping DateGrouping { get; init; }

    /// <summary>Dates are grouped in the user's time zone, unless this is false (UTC).</summary>
    public bool UserTimeZone { get; init; } = true;
}
