using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Moving;

public sealed class RepairPlanTests
{
    [Fact]
    [Trait("Rule", "L39")]
    public void A_wrong_head_is_restored_and_the_shown_balance_kept_by_an_entry_that_says_so()
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(60), Any.Earning(5)], out MemberHead head);
        MemberHead tampered = head with { Balance = 100 };

        RepairPlan plan = RepairPlan.Of(tampered, LedgerReplay.Verify(tampered, sound));
        Posting repair = Ledger.Post(plan.Head, Any.Draft(EntryKind.Repair, plan.Difference));

        Assert.Equal(RepairResult.HeadCanBeRestored, plan.Result);
        Assert.Equal(35, plan.Difference);
        Assert.Equal(100, repair.Head.Balance);
        Assert.True(LedgerReplay.Verify(repair.Head, [.. sound, repair.Entry!]).IsSound);
    }

    [Fact]
    [Trait("Rule", "L39")]
    public void A_broken_chain_is_never_repaired_by_an_entry_and_a_sound_one_needs_none()
    {
        List<LedgerEntry> sound = Any.Post([Any.Earning(60), Any.Earning(5)], out MemberHead head);

        Assert.Equal(RepairResult.NothingToRepair, RepairPlan.Of(head, LedgerReplay.Verify(head, sound)).Result);
        RepairPlan missing = RepairPlan.Of(head, LedgerReplay.Verify(head, [sound[0]]));
        RepairPlan forged = RepairPlan.Of(
            head, LedgerReplay.Verify(head, [sound[0] with { BalanceAfter = 61 }, sound[1]]));

        Assert.Equal(RepairResult.ChainIsBroken, missing.Result);
        Assert.Equal(RepairResult.ChainIsBroken, forged.Result);
        Assert.Same(head, forged.Head);
        Assert.Equal(0, forged.Difference);
    }
}
