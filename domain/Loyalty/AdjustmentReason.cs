namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Why a balance was corrected by hand. The numbers are stored, the name is part of the hash: never rename.
/// </summary>
public enum AdjustmentReason
{
    Goodwill = 0,
    Correction = 1,
    ServiceRecovery = 2,
    Other = 3,
}
