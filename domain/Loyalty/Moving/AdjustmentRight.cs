using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Who may correct a balance by how much.</summary>
public static class AdjustmentRight
{
    /// <param name="points">Signed.</param>
    /// <param name="limit">Most points, up or down, that one person may move alone.</param>
    public static AdjustmentDecision Ask(int points, int limit)
    {
        if (points == 0) return AdjustmentDecision.PointsMustNotBeZero;
        return Math.Abs((long)points) > limit ? AdjustmentDecision.NeedsSecondPerson : AdjustmentDecision.Allowed;
    }

    /// <summary>Whether somebody may decide about what another one asked for.</summary>
    public static AdjustmentDecision Decide(Guid requestedBy, Guid decidedBy) => requestedBy == decidedBy
        ? AdjustmentDecision.SecondPersonIsTheFirst
        : AdjustmentDecision.Allowed;
}
