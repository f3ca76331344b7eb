using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>How tiers are reached and lost in a programme; the tiers themselves are <see cref="Tier"/>.</summary>
public sealed class TierSettings
{
    public TierWindow Window { get; init; } = TierWindow.CalendarYear;

    public DowngradePolicy Downgrade { get; init; } = DowngradePolicy.ByPointsAtPeriodEnd;

    /// <summary>Days after the end of a tier before it is lost; 0 to 365, default 0.</summary>
    public int GraceDays { get; init; }

    public ProgrammeFault Check()
    {
        if (!Enum.IsDefined(typeof(TierWindow), Window)) return ProgrammeFault.TierWindowIsUnknown;
        if (!Enum.IsDefined(typeof(DowngradePolicy), Downgrade)) return ProgrammeFault.DowngradeIsUnknown;
        return GraceDays is < 0 or > 365 ? ProgrammeFault.TierGraceDaysMustBeFrom0To365 : ProgrammeFault.None;
    }
}
