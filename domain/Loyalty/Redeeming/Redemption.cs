using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>The states of a redemption: reserved, then committed or released; a committed one can be
/// reversed.</summary>
public static class Redemption
{
    /// <param name="state">Where the redemption stands.</param>
    /// <param name="step">What is wanted.</param>
    /// <param name="reservedUntil">End of the reservation, UTC; that very moment is over.</param>
    /// <param name="now">UTC.</param>
    public static RedemptionStepResult Check(
        RedemptionState state, RedemptionStep step, DateTime reservedUntil, DateTime now) => state switch
        {
            RedemptionState.Reserved => step switch
            {
                RedemptionStep.Commit when now >= reservedUntil => RedemptionStepResult.HasRunOut,
                RedemptionStep.Reverse => RedemptionStepResult.WasNotCommitted,
                _ => RedemptionStepResult.Done,
            },
            RedemptionState.Committed => step switch
            {
                RedemptionStep.Commit => RedemptionStepResult.AlreadyDone,
                RedemptionStep.Release => RedemptionStepResult.WasCommitted,
                _ => RedemptionStepResult.Done,
            },
            RedemptionState.Released => step == RedemptionStep.Release
                ? RedemptionStepResult.AlreadyDone
                : RedemptionStepResult.WasReleased,
            _ => step == RedemptionStep.Reverse
                ? RedemptionStepResult.AlreadyDone
                : RedemptionStepResult.WasReversed,
        };

    public static RedemptionState After(RedemptionStep step) => step switch
    {
        RedemptionStep.Commit => RedemptionState.Committed,
        RedemptionStep.Release => RedemptionState.Released,
        _ => RedemptionState.Reversed,
    };
}
