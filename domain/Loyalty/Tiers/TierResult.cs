namespace CrmExtensions.Domain.Loyalty;

/// <summary>What an evaluation did to a member's tier.</summary>
public enum TierResult
{
    Unchanged = 0,
    Upgraded = 1,

    /// <summary>The same tier with a later end.</summary>
    Extended = 2,

    Downgraded = 3,

    /// <summary>The tier has ended below its limit, but its grace has not.</summary>
    InGrace = 4,
}
