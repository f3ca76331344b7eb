using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>How points leave a member other than by spending: transfers and leaving.</summary>
public sealed class MovingSettings
{
    /// <summary>Transfers that a member may send in a calendar year; from 0, default 2.</summary>
    public int TransfersPerYear { get; init; } = 2;

    /// <summary>Points that a member may send in a calendar year; from 0, default 10,000.</summary>
    public int TransferPointsPerYear { get; init; } = 10_000;

    public LeavePolicy Leaving { get; init; } = LeavePolicy.Forfeit;

    /// <summary>Days in which a member who left may come back; 0 to 3,650, default 90.</summary>
    public int FreezeDays { get; init; } = 90;

    public ProgrammeFault Check()
    {
        if (TransfersPerYear < 0 || TransferPointsPerYear < 0) return ProgrammeFault.TransferLimitsMustNotBeNegative;
        if (!Enum.IsDefined(typeof(LeavePolicy), Leaving)) return ProgrammeFault.LeavePolicyIsUnknown;
        return FreezeDays is < 0 or > 3650 ? ProgrammeFault.FreezeDaysMustBeFrom0To3650 : ProgrammeFault.None;
    }
}
