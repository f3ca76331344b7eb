namespace CrmExtensions.Domain.Loyalty;

/// <summary>Why a tier changed; stored with the change.</summary>
public enum TierReason
{
    Qualified = 0,

    /// <summary>The limit was met again: the tier lasts longer.</summary>
    Requalified = 1,

    /// <summary>The tier and its grace ended below the limit.</summary>
    PeriodEnded = 2,

    /// <summary>A return took status points back.</summary>
    Return = 3,

    /// <summary>Limits were changed and evaluated on purpose.</summary>
    Reevaluation = 4,

    /// <summary>Two members became one.</summary>
    Merge = 5,

    ByHand = 6,
}
