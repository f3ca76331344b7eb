namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a change of the expiry settings does to lots that exist. The numbers are stored: they are the distance
/// from the first option value of the choice.</summary>
public enum ExpiryMode
{
    /// <summary>They keep the date that they were given. The default.</summary>
    Static = 0,

    /// <summary>They get the date that the new settings give, after a preview and with entries that say so.</summary>
    Dynamic = 1,
}
