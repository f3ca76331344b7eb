namespace CrmExtensions.Domain.Loyalty;

/// <summary>What became of a draft. Checks run in the order of <see cref="Ledger"/>, and the first that fails
/// names the result.</summary>
public enum PostingResult
{
    Accepted = 0,

    /// <summary>
    /// The source key stands in the ledger. Found by whoever looks the key up; a head alone cannot tell.
    /// </summary>
    AlreadyPosted = 1,

    /// <summary>The source key names another member or kind than the entry that it came with.</summary>
    KeyDoesNotFit = 2,

    /// <summary>An entry of 0 points would be noise in the chain, unless its breakdown has to be remembered: see
    /// <see cref="EntryKinds.MayBeZero"/>.</summary>
    ZeroPoints = 3,

    /// <summary>Something earned is always more than 0 points.</summary>
    EarnedPointsMustBePositive = 4,

    /// <summary>Something earned says from which amount, by which basis and rules.</summary>
    BasisIsMissing = 5,

    /// <summary>An adjustment says why.</summary>
    ReasonIsMissing = 6,

    /// <summary>An entry says who asked for it.</summary>
    OriginatorIsMissing = 7,

    /// <summary>The balance or the sequence would leave the range of a 32-bit integer.</summary>
    Overflow = 8,

    /// <summary>The balance would become negative, and the policy refuses debt.</summary>
    BalanceTooLow = 9,

    /// <summary>This kind of entry only gives or only takes, and the points have the other sign.</summary>
    SignDoesNotFitTheKind = 10,

    /// <summary>The balance is high enough, but too much of it is held back or past its last day.</summary>
    AvailableTooLow = 11,

    /// <summary>The lots that the draft names are not open, or do not add up to its points.</summary>
    LotsDoNotFit = 12,

    /// <summary>Status points without the day on which they count, or a merge without readable months.</summary>
    StatusIsIncomplete = 13,

    /// <summary>Expiry names the lots that it closes.</summary>
    LotsAreMissing = 14,
}
