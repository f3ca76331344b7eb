namespace CrmExtensions.Domain.Churn;

/// <summary>
/// How a customer stands, whatever the level of risk; only an active customer has one. The numbers are stored: they are
/// the distance from the first option value of the choice.
/// </summary>
public enum CustomerState
{
    /// <summary>Never ordered, or everything came back.</summary>
    NoOrders = 0,

    /// <summary>The orders are known for a shorter time than the buying cycle lasts.</summary>
    NotEnoughData = 1,

    /// <summary>One order, and the time in which others order again is not over.</summary>
    New = 2,

    /// <summary>One order, longer ago than that: a segment of its own with a chance of a second order.</summary>
    NoSecondOrder = 3,

    Active = 4,

    /// <summary>Orders in the same months of every year, and those have not passed since the last order.</summary>
    OffSeason = 5,

    /// <summary>Silent beyond the definition of churn: for winning back, not for ranking by risk.</summary>
    Churned = 6,

    /// <summary>Objects to profiling: nothing is computed, shown or trained.</summary>
    Objected = 7,
}
