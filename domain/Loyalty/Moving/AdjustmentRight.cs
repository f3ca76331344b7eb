using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Who may correct a balance by how much.</summary>
public static class AdjustmentRight
{
    /// <param name="points">Signed.</param>
    /// <param name="limit">Most points, up or down, that one person may move alone.</param>
    /// <param name="moved">
    /// What the same person has moved for the same member today, signed: a large request that is split stays large,
    /// and a mistake can be taken back.
    /// </param>
    public static AdjustmentDecision Ask(int points, int limit, long moved = 0)
    {
        if (points == 0) return AdjustmentDecision.PointsMustNotBeZero;
        bool isLarge = Math.Abs((long)points) > limit || Math.Abs(points + moved) > limit;
        return isLarge ? AdjustmentDecision.NeedsSecondPerson : AdjustmentDecision.Allowed;
    }

    /// <summary>Whether somebody may decide about what another one asked for.</summary>
    public static AdjustmentDecision Decide(Guid requestedBy, Guid decidedBy) => requestedBy == decidedBy
        ? AdjustmentDecision.SecondPersonIsTheFirst
        : AdjustmentDecision.Allowed;
}
