namespace CrmExtensions.Domain.Loyalty;

/// <summary>How much a return takes back when points were spent already. The numbers are stored: they are the distance
/// from the first option value of the choice.</summary>
public enum NegativePolicy
{
    /// <summary>Only what is still held back of the same award.</summary>
    PendingOnly = 0,

    /// <summary>Down to a balance of zero. The default.</summary>
    WithinBalance = 1,

    /// <summary>All of it: the rest is a debt that the next credits pay.</summary>
    AllowNegative = 2,
}
