namespace CrmExtensions.Domain.Loyalty;

/// <summary>What somebody wants to do with a redemption.</summary>
public enum RedemptionStep
{
    Commit = 0,
    Release = 1,
    Reverse = 2,
}
