using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class EarningPolicyTests
{
    private static readonly Programme OnePerUnit = new() { Id = Any.ProgrammeId };

    [Theory]
    [InlineData("3.00", 5)]
    [InlineData("2.50", 5)]
    [InlineData("2.49", 0)]
    [InlineData("4.99", 5)]
    [InlineData("5.00", 10)]
    [Trait("Rule", "L05")]
    public void Only_whole_steps_earn(string total, int points)
    {
        var programme = new Programme { PointsPerStep = 5, StepAmount = 2.50m };

        Award award = EarningPolicy.Award(programme, Any.Order(decimal.Parse(total, Culture.Invariant)));

        Assert.Equal(points, award.Points);
    }

    [Fact]
    [Trait("Rule", "L06")]
    public void A_single_point_survives_whatever_the_currency_rounds_to()
    {
        Award award = EarningPolicy.Award(OnePerUnit, Any.Order(1.00m, 1.00m));

        Assert.Equal(1, award.Points);
        Assert.Equal(AwardResult.Earned, award.Result);
    }

    [Theory]
    [InlineData(EarningBasis.NetLines, 90)]
    [InlineData(EarningBasis.NetLinesAndFreight, 95)]
    [InlineData(EarningBasis.Gross, 113)]
    [Trait("Rule", "L01")]
    public void The_basis_decides_what_counts_and_is_kept_with_the_award(EarningBasis basis, int points)
    {
        var programme = new Programme { Basis = basis };
        var order = new Purchase
        {
            NetAmount = 90m,
            FreightAmount = 5m,
            GrossAmount = 113.05m,
            Lines = [new PurchaseLine { Id = Guid.NewGuid(), NetAmount = 100m, TaxAmount = 18.05m }],
        };

        Award award = EarningPolicy.Award(programme, order);

        Assert.Equal(points, award.Points);
        Assert.Equal(basis, award.Basis);
        Assert.Equal(order.AmountFor(basis), award.BasisAmount);
    }

    [Fact]
    [Trait("Rule", "L02")]
    public void A_header_discount_reduces_every_line_by_its_share()
    {
        Award award = EarningPolicy.Award(OnePerUnit, Any.Order(90m, 60m, 40m));

        Assert.Equal(90, award.Points);
        Assert.Equal([54m, 36m], award.Breakdown.Parts.Select(part => part.Amount));
        Assert.Equal([54, 36], award.Breakdown.Parts.Select(part => part.Points));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.99")]
    public void Less_than_one_step_earns_nothing(string total)
    {
        Award award = EarningPolicy.Award(OnePerUnit, Any.Order(decimal.Parse(total, Culture.Invariant), 1m));

        Assert.Equal(AwardResult.LessThanOneStep, award.Result);
        Assert.Equal(0, award.Points);
        Assert.Empty(award.Breakdown.Parts);
    }

    [Fact]
    public void More_points_than_a_balance_holds_are_refused_by_name()
    {
        var generous = new Programme { PointsPerStep = 1_000_000, StepAmount = 0.01m };

        Assert.Equal(AwardResult.Earned, EarningPolicy.Award(generous, Any.Order(21.47m)).Result);
        Assert.Equal(AwardResult.TooManyPoints, EarningPolicy.Award(generous, Any.Order(21.48m)).Result);
    }

    [Fact]
    public void An_amount_that_an_entry_cannot_record_earns_nothing_by_name()
    {
        var rupiah = new Programme { StepAmount = 10_000m };

        Assert.Equal(AwardResult.Earned, EarningPolicy.Award(rupiah, Any.Order(100_000_000_000m)).Result);
        Assert.Equal(AwardResult.AmountTooLarge, EarningPolicy.Award(rupiah, Any.Order(100_000_000_000.01m)).Result);
    }

    [Fact]
    public void Freight_earns_as_an_item_of_its_own()
    {
        var programme = new Programme { Basis = EarningBasis.NetLinesAndFreight };
        var order = new Purchase { NetAmount = 10m, FreightAmount = 5m, Lines = [Any.Line(10m, 0)] };

        Breakdown breakdown = EarningPolicy.Award(programme, order).Breakdown;

        Assert.Equal([null, BreakdownPart.Freight], breakdown.Parts.Select(part => part.Item));
        Assert.Equal([10, 5], breakdown.Parts.Select(part => part.Points));
    }

    [Fact]
    public void An_order_without_lines_earns_on_its_header()
    {
        Breakdown breakdown = EarningPolicy.Award(OnePerUnit, Any.Order(12m)).Breakdown;

        BreakdownPart part = Assert.Single(breakdown.Parts);
        Assert.Equal(BreakdownPart.Header, part.Item);
        Assert.Equal(12, part.Points);
    }

    [Fact]
    public void The_order_of_the_lines_does_not_matter()
    {
        PurchaseLine[] lines = [Any.Line(1m, 0), Any.Line(1m, 1), Any.Line(1m, 2)];
        Purchase forward = new() { NetAmount = 3.01m, Lines = lines };
        Purchase backward = new() { NetAmount = 3.01m, Lines = Enumerable.Reverse(lines).ToArray() };

        Assert.Equal(
            EarningPolicy.Award(OnePerUnit, forward).Breakdown.ToJson(),
            EarningPolicy.Award(OnePerUnit, backward).Breakdown.ToJson());
    }

    [Fact]
    public void A_faulty_programme_never_gets_as_far_as_an_award()
    {
        var faulty = new Programme { StepAmount = 0m };

        Assert.Throws<InvalidOperationException>(() => EarningPolicy.Award(faulty, Any.Order(10m)));
    }

    [Fact]
    public void Points_times_the_step_never_exceed_the_amount_and_miss_it_by_less_than_a_step()
    {
        Prop.ForAll(Any.Amount().ToArbitrary(), Gen.Choose(100, 1_000_000).ToArbitrary(), (amount, units) =>
        {
            decimal step = units / 10_000m;
            var programme = new Programme { PointsPerStep = 1, StepAmount = step };
            Award award = EarningPolicy.Award(programme, Any.Order(amount, 1m));
            decimal used = award.Points * step;
            return amount <= 0 ? award.Points == 0 : used <= amount && amount - used < step;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_breakdown_always_adds_up_to_the_award()
    {
        Arbitrary<decimal[]> lines = Gen.Choose(-1_000_000, 100_000_000).Select(units => units / 10_000m)
            .NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(Any.PositiveAmount().ToArbitrary(), lines, (net, weights) =>
        {
            Award award = EarningPolicy.Award(OnePerUnit, Any.Order(net, weights));
            return award.Points == 0
                || (award.Breakdown.Points == award.Points && award.Breakdown.Amount == award.BasisAmount);
        }).QuickCheckThrowOnFailure();
    }
}
