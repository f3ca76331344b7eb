namespace CrmExtensions.Domain.Loyalty;

/// <summary>Life of a redemption or voucher. The numbers are stored.</summary>
public enum RedemptionState
{
    /// <summary>The points are taken from the balance and wait for the document to be finished.</summary>
    Reserved = 0,

    Committed = 1,

    /// <summary>Never used: the points are back.</summary>
    Released = 2,

    /// <summary>Used and taken back: the points are back.</summary>
    Reversed = 3,
}
