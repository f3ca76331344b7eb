using System.Collections.Generic;

namespace Dataverse.Local.Query;

/// <summary>Conditions and nested filters joined by and, or by or. An empty filter lets everything pass.</summary>
internal sealed class Filter
{
    public bool IsOr { get; init; }

    public List<Condition> Conditions { get; } = new();

    public List<Filter> Filters { get; } = new();

    /// <summary>Related tables of the kinds any, not any, all, not all.</summary>
    public List<Join> Related { get; } = new();

    public bool IsEmpty => Conditions.Count == 0 && Related.Count == 0 && Filters.TrueForAll(f => f.IsEmpty);
}
