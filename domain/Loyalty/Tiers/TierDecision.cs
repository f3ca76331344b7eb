namespace CrmExtensions.Domain.Loyalty;

/// <summary>The outcome of an evaluation, with what the log of changes has to say.</summary>
public sealed class TierDecision
{
    public TierResult Result { get; init; }
    public TierStanding Before { get; init; } = TierStanding.None;
    public TierStanding After { get; init; } = TierStanding.None;
    public TierReason Reason { get; init; }

    /// <summary>Status points of the window that decided.</summary>
    public long StatusPoints { get; init; }

    /// <summary>Whether the member's row and the log have to be written.</summary>
    public bool IsChange => !Before.Equals(After);
}
