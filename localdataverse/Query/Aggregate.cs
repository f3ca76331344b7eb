namespace Dataverse.Local.Query;

/// <summary>Numbers up to Max as in the SDK's XrmAggregateType.</summary>
internal enum Aggregate
{
    None = 0,
    Count = 1,
    CountColumn = 2,
    Sum = 3,
    Avg = 4,
    Min = 5,
    Max = 6,
}
