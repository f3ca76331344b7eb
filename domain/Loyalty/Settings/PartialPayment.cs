namespace CrmExtensions.Domain.Loyalty;

/// <summary>What an invoice that is paid in part earns. The numbers are stored: they are the distance from the first
/// option value of the choice.</summary>
public enum PartialPayment
{
    /// <summary>Nothing until it is paid in full. The default.</summary>
    Wait = 0,

    /// <summary>The paid share in whole points; what was paid before is taken off.</summary>
    ProRata = 1,
}
