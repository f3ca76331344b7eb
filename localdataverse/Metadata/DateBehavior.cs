namespace Dataverse.Local.Metadata;

/// <summary>How a date column relates to time zones; the numbers are those of solution files.</summary>
public enum DateBehavior
{
    UserLocal = 1,
    DateOnly = 2,
    TimeZoneIndependent = 3,
}
