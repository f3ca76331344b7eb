namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The first setting of a programme that is out of its range; each name says what is required instead.
/// </summary>
public enum ProgrammeFault
{
    None = 0,
    PointsPerStepMustBeFrom1To1000000 = 1,
    StepAmountMustBeAtLeastOneCent = 2,
    StepAmountHasMoreThanFourDecimals = 3,
    BasisIsUnknown = 4,
    MilestoneIsUnknown = 5,
}
