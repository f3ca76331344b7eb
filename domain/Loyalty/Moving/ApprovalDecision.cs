namespace CrmExtensions.Domain.Loyalty;

/// <summary>What the second person said. The numbers are stored.</summary>
public enum ApprovalDecision
{
    Open = 0,
    Approved = 1,
    Refused = 2,
}
