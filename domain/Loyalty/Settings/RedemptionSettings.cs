namespace CrmExtensions.Domain.Loyalty;

/// <summary>What points are worth and how many of them may pay for a document.</summary>
public sealed class RedemptionSettings
{
    public const int MostMinutes = 525_600;

    /// <summary>Points of one conversion step; from 1, default 100.</summary>
    public int StepPoints { get; init; } = 100;

    /// <summary>Money of one conversion step in the programme's currency; above 0 with at most four decimals, default
    /// 1.00.</summary>
    public decimal StepValue { get; init; } = 1m;

    /// <summary>Fewer points are not redeemed at all; from 0, default 0.</summary>
    public int MinimumPoints { get; init; }

    /// <summary>Share of the payable amount that points may pay, in per cent; 0 to 100, default 100.</summary>
    public decimal CapPercent { get; init; } = 100m;

    /// <summary>A redemption lowers the taxes of the lines with their price; default. False where something else
    /// computes taxes from the price.</summary>
    public bool LowersTaxes { get; init; } = true;

    /// <summary>How long an unfinished document holds points; 1 to 525,600 minutes, default 60.</summary>
    public int ReservationMinutes { get; init; } = 60;

    /// <summary>What so many points are worth, parts of a step included: for liability and paying out.</summary>
    public decimal ValueOf(long points) => BaseAmount.Round(points * StepValue / StepPoints);

    public ProgrammeFault Check()
    {
        if (StepPoints < 1) return ProgrammeFault.RedemptionStepMustBeAtLeast1Point;
        if (StepValue <= 0 || StepValue != BaseAmount.Round(StepValue) || StepValue > BaseAmount.Highest)
            return ProgrammeFault.RedemptionValueMustBeAboveZero;
        if (MinimumPoints < 0) return ProgrammeFault.RedemptionMinimumMustNotBeNegative;
        if (CapPercent is < 0 or > 100) return ProgrammeFault.RedemptionCapMustBeFrom0To100;
        return ReservationMinutes is < 1 or > MostMinutes
            ? ProgrammeFault.ReservationMinutesMustBeFrom1To525600
            : ProgrammeFault.None;
    }
}
