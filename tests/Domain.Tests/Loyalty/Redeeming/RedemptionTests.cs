using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Redeeming;

public sealed class RedemptionTests
{
    private static readonly RedemptionSettings Euro = new() { StepPoints = 100, StepValue = 1m, CapPercent = 50m };
    private static readonly Day Today = Day.Of(Any.Noon);
    private static readonly DateTime Until = Any.Noon.AddHours(1);

    [Theory]
    [InlineData(1000, 620, "10.00", 500, "5")]
    [InlineData(1000, 620, "40.00", 600, "6")]
    [InlineData(250, 620, "40.00", 200, "2")]
    [InlineData(1000, 620, "11.99", 500, "5")]
    [Trait("Rule", "L34")]
    public void The_least_of_wish_balance_and_cap_is_cut_to_whole_steps(
        int requested, int available, string payable, int points, string value)
    {
        RedemptionQuote quote = RedemptionPolicy.Quote(
            Euro, requested, available, decimal.Parse(payable, Culture.Invariant));

        Assert.Equal(RedemptionResult.Possible, quote.Result);
        Assert.Equal(points, quote.Points);
        Assert.Equal(decimal.Parse(value, Culture.Invariant), quote.Value);
    }

    [Theory]
    [InlineData(0, 620, "10", RedemptionResult.NothingRequested)]
    [InlineData(500, 99, "10", RedemptionResult.NothingAvailable)]
    [InlineData(500, 620, "1.99", RedemptionResult.NothingPayable)]
    [InlineData(500, 620, "-5", RedemptionResult.NothingPayable)]
    [InlineData(99, 620, "10", RedemptionResult.BelowMinimum)]
    [InlineData(299, 620, "10", RedemptionResult.BelowMinimum)]
    [InlineData(300, 620, "10", RedemptionResult.Possible)]
    [Trait("Rule", "L34")]
    public void What_stands_against_it_has_a_name_and_takes_nothing(
        int requested, int available, string payable, RedemptionResult result)
    {
        var settings = new RedemptionSettings { MinimumPoints = 300, CapPercent = 50m };

        RedemptionQuote quote = RedemptionPolicy.Quote(
            settings, requested, available, decimal.Parse(payable, Culture.Invariant));

        Assert.Equal(result, quote.Result);
        Assert.Equal(result == RedemptionResult.Possible, quote.Points > 0);
    }

    [Theory]
    [InlineData("10.00", "0.00", 500)]
    [InlineData("5.00", "5.00", 0)]
    [InlineData("7.00", "3.00", 200)]
    [InlineData("1.00", "9.00", 0)]
    [Trait("Rule", "L34")]
    public void The_cap_is_the_documents_and_not_the_calls(string payable, string redeemed, int points)
    {
        RedemptionQuote quote = RedemptionPolicy.Quote(
            Euro, 5000, 5000, decimal.Parse(payable, Culture.Invariant), decimal.Parse(redeemed, Culture.Invariant));

        Assert.Equal(points, quote.Points);
        Assert.Equal(points > 0 ? RedemptionResult.Possible : RedemptionResult.NothingPayable, quote.Result);
    }

    [Fact]
    [Trait("Rule", "L36")]
    public void Points_never_pay_more_than_the_rounded_total()
    {
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(1, 500).ToArbitrary(), (points, cents) =>
        {
            var settings = new RedemptionSettings { StepPoints = 7, StepValue = 0.13m };
            RedemptionQuote quote = RedemptionPolicy.Quote(settings, points, 50_000, cents / 100m);
            return quote.Value <= cents / 100m && quote.Points <= points && quote.Points % 7 == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("Rule", "L24")]
    public void Points_come_back_with_their_own_last_day_or_a_grace_if_it_has_passed()
    {
        LotKey over = LotKey.Of(Today.AddDays(-400), null, Today.AddDays(-1));
        LotKey valid = LotKey.Of(Today.AddDays(-40), null, Today.AddDays(30));
        EntryDraft spent = Any.Draft(EntryKind.Redeem, -100) with
        {
            Allocation = LotBook.Of([new Lot(over, 60), new Lot(valid, 40)]),
        };
        var settings = new ExpirySettings { GraceDays = 14 };

        LotBook all = RedemptionPolicy.LotsToRestore(spent, 0, 100, Today, settings);
        LotBook last = RedemptionPolicy.LotsToRestore(spent, 0, 40, Today, settings);
        LotBook rest = RedemptionPolicy.LotsToRestore(spent, 40, 60, Today, settings);

        Assert.Equal([Today.AddDays(14), Today.AddDays(30)], all.Lots.Select(lot => lot.Key.ExpiresOn));
        Assert.Equal(LotBook.Of(valid, 40), last);
        Assert.Equal(all, last.Plus(rest));
    }

    [Fact]
    [Trait("Rule", "L23")]
    public void Spent_points_come_back_in_proportion_and_all_of_them_at_last()
    {
        Assert.Equal(33, RedemptionPolicy.PointsToRestore(100, 33.3m, 100m, 0));
        Assert.Equal(0, RedemptionPolicy.PointsToRestore(100, 33.3m, 100m, 33));
        Assert.Equal(2, RedemptionPolicy.PointsToRestore(6, 1m, 3m, 0));
        Assert.Equal(67, RedemptionPolicy.PointsToRestore(100, 100m, 100m, 33));
        Assert.Equal(0, RedemptionPolicy.PointsToRestore(100, 100m, 100m, 100));
    }

    [Theory]
    [InlineData(RedemptionState.Reserved, RedemptionStep.Commit, RedemptionStepResult.Done)]
    [InlineData(RedemptionState.Reserved, RedemptionStep.Release, RedemptionStepResult.Done)]
    [InlineData(RedemptionState.Reserved, RedemptionStep.Reverse, RedemptionStepResult.WasNotCommitted)]
    [InlineData(RedemptionState.Committed, RedemptionStep.Commit, RedemptionStepResult.AlreadyDone)]
    [InlineData(RedemptionState.Committed, RedemptionStep.Release, RedemptionStepResult.WasCommitted)]
    [InlineData(RedemptionState.Committed, RedemptionStep.Reverse, RedemptionStepResult.Done)]
    [InlineData(RedemptionState.Released, RedemptionStep.Commit, RedemptionStepResult.WasReleased)]
    [InlineData(RedemptionState.Released, RedemptionStep.Release, RedemptionStepResult.AlreadyDone)]
    [InlineData(RedemptionState.Reversed, RedemptionStep.Commit, RedemptionStepResult.WasReversed)]
    [InlineData(RedemptionState.Reversed, RedemptionStep.Reverse, RedemptionStepResult.AlreadyDone)]
    public void Every_step_from_every_state_has_one_answer(
        RedemptionState state, RedemptionStep step, RedemptionStepResult result) =>
        Assert.Equal(result, Redemption.Check(state, step, Until, Any.Noon));

    [Fact]
    [Trait("Rule", "L33")]
    public void A_reservation_that_has_run_out_can_be_released_but_not_used()
    {
        Assert.Equal(
            RedemptionStepResult.HasRunOut,
            Redemption.Check(RedemptionState.Reserved, RedemptionStep.Commit, Until, Until));
        Assert.Equal(
            RedemptionStepResult.Done,
            Redemption.Check(RedemptionState.Reserved, RedemptionStep.Release, Until, Until));
    }

    [Fact]
    public void A_voucher_code_is_readable_and_finds_a_wrong_letter()
    {
        string code = VoucherCode.Of(Any.UserId);

        Assert.Equal(VoucherCode.Length, code.Length);
        Assert.True(VoucherCode.TryNormalise(" " + code.ToLowerInvariant().Insert(4, "-"), out string same));
        Assert.Equal(code, same);
        char wrong = code[3] == 'A' ? 'B' : 'A';
        Assert.False(VoucherCode.TryNormalise(code.Remove(3, 1).Insert(3, wrong.ToString()), out string _));
        Assert.False(VoucherCode.TryNormalise(null, out string _));
    }
}
