using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>What a reader may see of a query's tables. Absent: everything.</summary>
internal interface IReadAccess
{
    /// <summary>
    /// The test that a row must pass, for the table as it is named in the statement; null when all rows do.
    /// </summary>
    string? Test(Table table, string name, SqlWriter sql);

    /// <summary>True for a secured column whose values count as null for this reader.</summary>
    bool Hides(Table table, Column column);
}
