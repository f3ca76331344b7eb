using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class ApportionTests
{
    [Fact]
    public void The_largest_remainder_gets_the_unit_that_is_left() =>
        Assert.Equal([3L, 4L, 3L], Apportion.Whole(10, [3.2m, 3.5m, 3.3m]));

    [Fact]
    public void Equal_remainders_go_to_the_earlier_position() =>
        Assert.Equal([4L, 3L, 3L], Apportion.Whole(10, [1m, 1m, 1m]));

    [Fact]
    public void A_negative_weight_takes_no_share() => Assert.Equal([0L, 10L], Apportion.Whole(10, [-5m, 1m]));

    [Fact]
    public void Without_any_weight_the_first_takes_everything() =>
        Assert.Equal([10L, 0L], Apportion.Whole(10, [0m, 0m]));

    [Fact]
    public void Money_is_cut_to_the_ten_thousandth() =>
        Assert.Equal([33.3334m, 33.3333m, 33.3333m], Apportion.Money(100m, [1m, 1m, 1m]));

    [Fact]
    public void Shares_add_up_and_lie_within_one_of_the_exact_share()
    {
        Arbitrary<int[]> weights = Gen.Choose(0, 1_000_000).NonEmptyListOf()
            .Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), weights, (total, parts) =>
        {
            long[] shares = Apportion.Whole(total, parts.Select(part => (decimal)part).ToArray()).ToArray();
            decimal sum = parts.Sum(part => (decimal)part);
            bool near = sum == 0 || shares.Zip(parts, (share, part) => share - (total * (part / sum)))
                .All(distance => distance is > -1 and < 1);
            return shares.Sum() == total && shares.All(share => share >= 0) && near;
        }).QuickCheckThrowOnFailure();
    }
}
