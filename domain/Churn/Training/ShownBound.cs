namespace CrmExtensions.Domain.Churn;

/// <summary>Whether the back-test covers a probability. The numbers are stored.</summary>
public enum ShownBound
{
    Within = 0,

    /// <summary>Below everything that the back-test covers: only the upper end of the range may be told.</summary>
    AtMost = 1,

    /// <summary>Above it: only the lower end.</summary>
    AtLeast = 2,
}
