namespace CrmExtensions.Domain.Loyalty;

/// <summary>How a member who no longer qualifies falls. The numbers are stored: they are the distance from the first
/// option value of the choice.</summary>
public enum DowngradePolicy
{
    /// <summary>When the tier ends, to the next lower one, whatever the status points say.</summary>
    OneTierAtPeriodEnd = 0,

    /// <summary>When the tier ends, to the tier that the status points reach. The default.</summary>
    ByPointsAtPeriodEnd = 1,

    /// <summary>As soon as the status points fall below the limit, such as after a return.</summary>
    Immediately = 2,
}
