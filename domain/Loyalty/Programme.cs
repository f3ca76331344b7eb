using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The settings of one loyalty programme. A value outside its range is representable, because administrators and
/// imports write the rows; <see cref="Check"/> names the first fault and a faulty programme earns nothing.
/// </summary>
public sealed class Programme
{
    public const int HighestPointsPerStep = 1_000_000;
    public const decimal LowestStepAmount = 0.01m;

    public Guid Id { get; init; }

    /// <summary>Default: net lines.</summary>
    public EarningBasis Basis { get; init; } = EarningBasis.NetLines;

    /// <summary>Points for each whole step of money; 1 to 1,000,000, default 1.</summary>
    public int PointsPerStep { get; init; } = 1;

    /// <summary>Money of one step, in base currency; from 0.01 with at most four decimals, default 1.</summary>
    public decimal StepAmount { get; init; } = 1m;

    /// <summary>Default: the order is fulfilled.</summary>
    public Milestone Milestone { get; init; } = Milestone.OrderFulfilled;

    /// <summary>
    /// The kill switch: a paused programme neither enrols nor pays. Adjustments by hand stay possible.
    /// </summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether the first purchase makes a customer a member; default yes.</summary>
    public bool AutoEnrols { get; init; } = true;

    public EarningSettings Earning { get; init; } = new();

    public ExpirySettings Expiry { get; init; } = new();

    /// <summary>Default: within the balance.</summary>
    public NegativePolicy Returns { get; init; } = NegativePolicy.WithinBalance;

    public RedemptionSettings Redemption { get; init; } = new();

    public TierSettings Tiers { get; init; } = new();

    public MovingSettings Moving { get; init; } = new();

    public BonusSettings Bonuses { get; init; } = new();

    /// <summary>Default: a task.</summary>
    public NoticeKind Notices { get; init; } = NoticeKind.Task;

    public ProgrammeFault Check()
    {
        if (PointsPerStep is < 1 or > HighestPointsPerStep) return ProgrammeFault.PointsPerStepMustBeFrom1To1000000;
        if (StepAmount < LowestStepAmount) return ProgrammeFault.StepAmountMustBeAtLeastOneCent;
        if (StepAmount != BaseAmount.Round(StepAmount)) return ProgrammeFault.StepAmountHasMoreThanFourDecimals;
        if (!Enum.IsDefined(typeof(EarningBasis), Basis)) return ProgrammeFault.BasisIsUnknown;
        if (!Enum.IsDefined(typeof(Milestone), Milestone)) return ProgrammeFault.MilestoneIsUnknown;
        if (!Enum.IsDefined(typeof(NegativePolicy), Returns)) return ProgrammeFault.NegativePolicyIsUnknown;
        if (!Enum.IsDefined(typeof(NoticeKind), Notices)) return ProgrammeFault.NoticeKindIsUnknown;
        return CheckParts().FirstOrDefault(fault => fault != ProgrammeFault.None);
    }

    private IEnumerable<ProgrammeFault> CheckParts()
    {
        yield return Earning.Check();
        yield return Expiry.Check();
        yield return Redemption.Check();
        yield return Tiers.Check();
        yield return Moving.Check();
        yield return Bonuses.Check();
    }
}
