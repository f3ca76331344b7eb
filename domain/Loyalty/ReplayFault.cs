namespace CrmExtensions.Domain.Loyalty;

/// <summary>The first thing that is wrong in a replayed ledger.</summary>
public enum ReplayFault
{
    None = 0,

    /// <summary>The entry belongs to another member.</summary>
    WrongMember = 1,

    /// <summary>An entry is missing, doubled or out of order.</summary>
    WrongSequence = 2,

    /// <summary>The same source was posted twice.</summary>
    DoubledSource = 3,

    /// <summary>The balance after the entry is not the sum of the points so far.</summary>
    WrongBalance = 4,

    /// <summary>The entry does not continue the entry before it.</summary>
    BrokenLink = 5,

    /// <summary>The entry's content does not give its hash: it was changed after it was posted.</summary>
    ChangedEntry = 6,

    /// <summary>The entries are sound, but the member's stored head says something else.</summary>
    HeadDiffers = 7,

    /// <summary>The lots that the entry moves were not open, or do not add up to its points.</summary>
    LotsDoNotFit = 8,

    /// <summary>Balance and hash agree, but the stored lots are not those of the replay.</summary>
    LotsDiffer = 9,

    /// <summary>Everything agrees but the stored status months.</summary>
    StatusDiffers = 10,

    /// <summary>A column of the entry holds text that the ledger never wrote.</summary>
    UnreadableEntry = 11,
}
