using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>One order of the result: by a column, or (in aggregates) by a result column.</summary>
internal sealed class Order
{
    public Order(Source source, Column column, bool descending)
    {
        Source = source;
        Column = column;
        Descending = descending;
    }

    public Order(SelectColumn result, bool descending)
        : this(result.Source, result.Column, descending) => Result = result;

    public Source Source { get; }

    public Column Column { get; }

    public SelectColumn? Result { get; }

    public bool Descending { get; }
}
