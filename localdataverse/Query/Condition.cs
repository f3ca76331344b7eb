using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>A test of one column. Values have the column's plain type (int, long, decimal, double, bool, DateTime UTC,
/// Guid, string), or are the integer arguments of operators such as last-x-days.</summary>
internal sealed class Condition
{
    public Condition(Source source, Column column, ConditionOperator op, IReadOnlyList<object> values)
    {
        Source = source;
        Column = column;
        Operator = op;
        Values = values;
    }

    public Source Source { get; }

    public Column Column { get; }

    public ConditionOperator Operator { get; }

    public IReadOnlyList<object> Values { get; }

    /// <summary>Set when two columns are compared with each other instead of a column with values.</summary>
    public Column? OtherColumn { get; init; }

    public Source? OtherSource { get; init; }
}
