namespace CrmExtensions.Domain.Loyalty;

/// <summary>The time in which status points count towards a tier, in whole months. The numbers are stored: they are the
/// distance from the first option value of the choice.</summary>
public enum TierWindow
{
    /// <summary>January to December. The default.</summary>
    CalendarYear = 0,

    /// <summary>This month and the eleven before it.</summary>
    RollingYear = 1,

    /// <summary>Twelve months from the month in which the member joined, again and again.</summary>
    MembershipYear = 2,
}
