namespace Dataverse.Local.Query;

/// <summary>The part of a date by which rows are grouped; numbers as in the SDK's XrmDateTimeGrouping.</summary>
internal enum DateGrouping
{
    None = 0,
    Day = 1,
    Week = 2,
    Month = 3,
    Quarter = 4,
    Year = 5,
}
