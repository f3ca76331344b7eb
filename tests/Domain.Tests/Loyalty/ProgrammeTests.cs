using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class ProgrammeTests
{
    [Fact]
    public void A_programme_left_alone_is_valid_and_pays_one_point_per_unit_when_an_order_is_fulfilled()
    {
        var programme = new Programme();

        Assert.Equal(ProgrammeFault.None, programme.Check());
        Assert.Equal(1, programme.PointsPerStep);
        Assert.Equal(1m, programme.StepAmount);
        Assert.Equal(EarningBasis.NetLines, programme.Basis);
        Assert.Equal(Milestone.OrderFulfilled, programme.Milestone);
        Assert.True(programme.AutoEnrols);
        Assert.False(programme.IsPaused);
    }

    [Theory]
    [InlineData(0, ProgrammeFault.PointsPerStepMustBeFrom1To1000000)]
    [InlineData(-1, ProgrammeFault.PointsPerStepMustBeFrom1To1000000)]
    [InlineData(1_000_001, ProgrammeFault.PointsPerStepMustBeFrom1To1000000)]
    [InlineData(1_000_000, ProgrammeFault.None)]
    public void Points_per_step_have_a_range(int points, ProgrammeFault fault) =>
        Assert.Equal(fault, new Programme { PointsPerStep = points }.Check());

    [Theory]
    [InlineData("0", ProgrammeFault.StepAmountMustBeAtLeastOneCent)]
    [InlineData("0.0099", ProgrammeFault.StepAmountMustBeAtLeastOneCent)]
    [InlineData("0.01", ProgrammeFault.None)]
    [InlineData("2.50001", ProgrammeFault.StepAmountHasMoreThanFourDecimals)]
    public void The_step_amount_has_a_range(string amount, ProgrammeFault fault) =>
        Assert.Equal(fault, new Programme { StepAmount = decimal.Parse(amount, Culture.Invariant) }.Check());

    [Fact]
    public void A_choice_that_this_version_does_not_know_is_a_fault()
    {
        Assert.Equal(ProgrammeFault.BasisIsUnknown, new Programme { Basis = (EarningBasis)3 }.Check());
        Assert.Equal(ProgrammeFault.MilestoneIsUnknown, new Programme { Milestone = (Milestone)2 }.Check());
    }
}
