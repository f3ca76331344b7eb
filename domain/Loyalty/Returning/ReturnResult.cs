namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether a return takes points back, and why not.</summary>
public enum ReturnResult
{
    Planned = 0,

    /// <summary>The lines earned nothing, or everything was taken back before.</summary>
    NothingToTakeBack = 1,

    /// <summary>Nothing was earned with the document that the return names.</summary>
    AwardIsUnknown = 2,

    /// <summary>Another member earned with this document.</summary>
    BelongsToAnotherMember = 3,

    /// <summary>A line that the award does not know.</summary>
    LineIsUnknown = 4,

    /// <summary>A quantity of zero or less, or nobody knows how many units the line had.</summary>
    QuantityIsUnusable = 5,

    /// <summary>Together with earlier returns more units than were bought.</summary>
    MoreThanWasBought = 6,
}
