namespace CrmExtensions.Domain.Loyalty;

/// <summary>What waits for a second person. The numbers are stored.</summary>
public enum ApprovalKind
{
    Adjustment = 0,
    Transfer = 1,
    Repair = 2,
    OpeningReversal = 3,
}
