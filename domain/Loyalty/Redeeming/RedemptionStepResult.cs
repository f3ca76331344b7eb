namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether a step may be taken.</summary>
public enum RedemptionStepResult
{
    Done = 0,

    /// <summary>It was taken before: a repeated message changes nothing.</summary>
    AlreadyDone = 1,

    /// <summary>The points went back before they were used.</summary>
    WasReleased = 2,

    /// <summary>The reservation's time is over, even if nothing has released it yet.</summary>
    HasRunOut = 3,

    /// <summary>It was used: only reversing gives the points back.</summary>
    WasCommitted = 4,

    /// <summary>It was never used: releasing gives the points back.</summary>
    WasNotCommitted = 5,

    WasReversed = 6,
}
