using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.World;

public sealed class LedgerPropertyTests
{
    [Fact]
    [Trait("Rule", "L27")]
    [Trait("Rule", "L39")]
    public void Whatever_happens_in_whatever_order_every_invariant_holds_after_every_step()
    {
        Prop.ForAll(Steps(), steps =>
        {
            var world = new LoyaltyWorld((NegativePolicy)(steps.Length % 3));
            foreach (LoyaltyStep step in steps)
            {
                world.Do(step);
                if (world.Fault() is { } fault) throw new InvalidOperationException(fault + " after " + step);
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void The_same_events_give_the_same_ledger_to_the_last_character()
    {
        Prop.ForAll(Steps(), steps =>
        {
            var one = new LoyaltyWorld(NegativePolicy.AllowNegative);
            var other = new LoyaltyWorld(NegativePolicy.AllowNegative);
            foreach (LoyaltyStep step in steps) one.Do(step);
            foreach (LoyaltyStep step in steps) other.Do(step);
            return one.Head(0).Equals(other.Head(0)) && one.Head(1).Equals(other.Head(1));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Credits_of_the_same_moment_may_come_in_any_order()
    {
        Gen<EntryDraft> credit = Gen.Choose(1, 500).SelectMany(points => Gen.Choose(0, 60).Select(days =>
            Any.Earning(points) with
            {
                EarnedOn = Day.Of(Any.Noon),
                ExpiresOn = Day.Of(Any.Noon).AddDays(days),
                StatusPoints = points,
                StatusOrders = 1,
            }));
        Prop.ForAll(credit.ListOf().ToArbitrary(), credits =>
        {
            Any.Post(credits, out MemberHead forward);
            Any.Post(Enumerable.Reverse(credits.ToArray()), out MemberHead backward);
            return forward.Balance == backward.Balance
                && forward.Lots.Equals(backward.Lots)
                && forward.Status.Equals(backward.Status);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("Rule", "L39")]
    public void A_head_whose_lots_were_changed_is_found()
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(10)], out MemberHead head);

        MemberHead later = head with { Lots = LotBook.Of(LotKey.Of(null, null, new Day(2030, 1, 1)), 10) };
        MemberHead higher = head with { Status = StatusBook.Empty.Plus(new Day(2026, 3, 1), 5, 0) };

        Assert.Equal(ReplayFault.LotsDiffer, LedgerReplay.Verify(later, sound).Fault);
        Assert.Equal(ReplayFault.StatusDiffers, LedgerReplay.Verify(higher, sound).Fault);
        Assert.Equal(head, LedgerReplay.Verify(later, sound).Replayed);
    }

    private static Arbitrary<LoyaltyStep[]> Steps()
    {
        Gen<Deed> deed = Gen.Frequency(
            (6, Gen.Constant(Deed.Earn)),
            (4, Gen.Constant(Deed.Hold)),
            (2, Gen.Constant(Deed.Release)),
            (3, Gen.Constant(Deed.Return)),
            (1, Gen.Constant(Deed.Reactivate)),
            (4, Gen.Constant(Deed.PassDays)),
            (2, Gen.Constant(Deed.Transfer)),
            (1, Gen.Constant(Deed.Merge)),
            (1, Gen.Constant(Deed.Unmerge)),
            (1, Gen.Constant(Deed.Adjust)),
            (1, Gen.Constant(Deed.Reevaluate)));
        return deed
            .SelectMany(what => Gen.Choose(1, 999).SelectMany(number => Gen.Choose(0, 1)
                .Select(other => new LoyaltyStep(what, number, other))))
            .ListOf()
            .Select(steps => steps.ToArray())
            .ToArbitrary();
    }
}
