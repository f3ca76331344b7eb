using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>The lots that move from one member to another; empty unless possible.</summary>
public sealed class TransferPlan
{
    public TransferResult Result { get; init; }

    /// <summary>Named in both entries: the points keep their dates.</summary>
    public LotBook Lots { get; init; } = LotBook.Empty;

    /// <param name="settings">Limits of a calendar year, in the programme's zone.</param>
    /// <param name="from">The giver, after the locks on both members.</param>
    /// <param name="toMemberId">The other member.</param>
    /// <param name="points">Points to move.</param>
    /// <param name="past">What the giver sent this year already, with today's day.</param>
    public static TransferPlan Of(
        MovingSettings settings, MemberHead from, Guid toMemberId, int points, TransferYear past)
    {
        TransferResult result = Check(settings, from, toMemberId, points, past);
        LotBook lots = result == TransferResult.Possible
            ? from.Lots.First(points, key => key.IsAvailableOn(past.Today))
            : LotBook.Empty;
        return new TransferPlan { Result = result, Lots = lots };
    }

    private static TransferResult Check(
        MovingSettings settings, MemberHead from, Guid toMemberId, int points, TransferYear past)
    {
        if (points <= 0) return TransferResult.PointsMustBePositive;
        if (from.MemberId == toMemberId) return TransferResult.SameMember;
        if (from.AvailableOn(past.Today) < points) return TransferResult.AvailableTooLow;
        if (past.Transfers >= settings.TransfersPerYear) return TransferResult.TooManyTransfersThisYear;
        return (long)past.Points + points > settings.TransferPointsPerYear
            ? TransferResult.TooManyPointsThisYear
            : TransferResult.Possible;
    }
}
