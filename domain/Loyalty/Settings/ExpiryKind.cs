namespace CrmExtensions.Domain.Loyalty;

/// <summary>When points end. The numbers are stored: they are the distance from the first option value of the
/// choice.</summary>
public enum ExpiryKind
{
    /// <summary>Points stay for ever; the default.</summary>
    Never = 0,

    /// <summary>So many months after the day of earning, through the end of that day.</summary>
    RollingMonths = 1,

    /// <summary>The next such day of the calendar after the day of earning, so many years later on.</summary>
    FixedDate = 2,

    /// <summary>31 December of the year of earning, or so many years later.</summary>
    EndOfYear = 3,

    /// <summary>The whole balance, so many months after the last activity; lots carry no date of their own.</summary>
    Inactivity = 4,
}
