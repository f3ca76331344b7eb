namespace CrmExtensions.Domain.Churn;

/// <summary>What recency (R) and frequency (F), both 1 to 5, say together. The numbers are stored.</summary>
public enum RfmSegment
{
    /// <summary>R 4 or 5, F 4 or 5.</summary>
    Champions = 0,

    /// <summary>R 3, F 3 to 5.</summary>
    Loyal = 1,

    /// <summary>R 4 or 5, F 2 or 3.</summary>
    Promising = 2,

    /// <summary>R 4 or 5, F 1.</summary>
    Recent = 3,

    /// <summary>R 3, F 1 or 2.</summary>
    NeedsAttention = 4,

    /// <summary>R 1 or 2, F 3.</summary>
    AtRisk = 5,

    /// <summary>R 1 or 2, F 4 or 5.</summary>
    CannotLose = 6,

    /// <summary>R 1 or 2, F 1 or 2.</summary>
    Hibernating = 7,
}
