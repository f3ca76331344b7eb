namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether points can pay, and what stands against it.</summary>
public enum RedemptionResult
{
    Possible = 0,
    NothingRequested = 1,

    /// <summary>The member has less than one conversion step available.</summary>
    NothingAvailable = 2,

    /// <summary>The document asks for nothing, or the cap leaves less than one conversion step.</summary>
    NothingPayable = 3,

    /// <summary>What could be applied is below the programme's minimum.</summary>
    BelowMinimum = 4,
}
