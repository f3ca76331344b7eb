using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Earning;

/// <summary>Points for each unit where a document buys and gives back.</summary>
public sealed class NetUnitsTests
{
    private static readonly Guid Coffee = new("aaaaaaaa-0000-0000-0000-000000000000");
    private static readonly Guid Tea = new("bbbbbbbb-0000-0000-0000-000000000000");
    private static readonly EarningRule TenEach = new()
    {
        Id = Guid.NewGuid(), Kind = RuleKind.PointsPerUnit, Points = 10,
    };

    [Fact]
    [Trait("Rule", "L30")]
    public void Units_that_go_back_are_taken_off_the_units_of_the_same_product()
    {
        Assert.Equal(20, PerUnit(Line(0, Coffee, 5m), Line(1, Coffee, -3m)));
        Assert.Equal(20, PerUnit(Line(0, Coffee, 5m), Line(1, Coffee, -2.5m)));
        Assert.Equal(40, PerUnit(Line(0, Coffee, 2m), Line(1, Coffee, 3m), Line(2, Coffee, -1m)));
    }

    [Fact]
    [Trait("Rule", "L30")]
    public void More_back_than_bought_of_one_product_takes_nothing_from_another() =>
        Assert.Equal(20, PerUnit(Line(0, Coffee, 1m), Line(1, Coffee, -4m), Line(2, Tea, 2m)));

    [Fact]
    public void A_write_in_stands_alone_and_each_line_counts_its_own_whole_units()
    {
        Assert.Equal(30, PerUnit(Line(0, null, 3m), Line(1, null, -2m)));
        Assert.Equal(20, PerUnit(Line(0, Coffee, 1.5m), Line(1, Coffee, 1.5m)));
    }

    [Fact]
    public void The_points_stand_on_the_lines_that_buy()
    {
        Award award = Award(Line(0, Coffee, 3m), Line(1, Coffee, 1m), Line(2, Coffee, -2m));

        BreakdownPart[] parts = award.Breakdown.Parts.Where(part => part.Rule == TenEach.Id.ToString("N")).ToArray();
        Assert.Equal(20, parts.Sum(part => part.Points));
        Assert.DoesNotContain(parts, part => part.Line == Any.Line(0, 2).Id);
        Assert.All(parts, part => Assert.True(part.Points > 0));
    }

    private static int PerUnit(params PurchaseLine[] lines) => Award(lines).Points - 100;

    private static Award Award(params PurchaseLine[] lines) => EarningPolicy.Award(
        new Programme(), new Purchase { NetAmount = 100m, Lines = lines }, Earner.Anybody, [TenEach]);

    private static PurchaseLine Line(int number, Guid? product, decimal quantity) => new()
    {
        Id = Any.Line(0, number).Id, NetAmount = 10m * quantity, ProductId = product, Quantity = quantity,
    };
}
