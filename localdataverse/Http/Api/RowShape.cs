using System.Collections.Generic;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Api;

/// <summary>What of a row the answer shows: its columns in order, and the rows expanded beside it.</summary>
internal sealed class RowShape
{
    public required Table Table { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public IReadOnlyList<Expansion> Expansions { get; init; } = [];

    /// <summary>The names in $select, as the answer's context repeats them; empty without $select.</summary>
    public IReadOnlyList<string> Selected { get; init; } = [];
}
