using System.Collections.Generic;

namespace Dataverse.Local.Query;

/// <summary>The row behind which a page continues: stored values (null for SQL null) of the order columns and the
/// id.</summary>
internal sealed class CookiePosition
{
    public CookiePosition(int pageNumber, IReadOnlyList<object?> values)
    {
        PageNumber = pageNumber;
        Values = values;
    }

    public int PageNumber { get; }

    public IReadOnlyList<object?> Values { get; }
}
