using System;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>A document has the discount or the member has the points; never both, whatever becomes of it.</summary>
public sealed class DiscountAndPointsScenario
{
    private const int Reserved = 0, Committed = 1, Released = 2, Reversed = 3;

    [Theory]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [Trait("Rule", "L27")]
    [Trait("Rule", "L33")]
    public void A_cancelled_order_that_is_opened_again_has_lost_its_discount_with_its_points(string table, bool used)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        if (used) world.Commit(reserved);
        world.World.Cancel(order);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(18m, world.Money(order, "totalamount"));

        world.World.SetState(order, 0, 1);
        Assert.Equal(20m, world.Money(order, "totalamount"));
        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(0m, world.Money(order, "discountamount"));
        Assert.Equal(used ? Reversed : Released, world.StateOf(reserved));
        Assert.Equal(320, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L27")]
    [Trait("Rule", "P08")]
    public void A_cancelled_invoice_that_is_opened_again_has_lost_it_too_once(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference invoice = world.ProduceInvoice(20m);
        world.Admin.Update(new Entity("invoice", invoice.Id) { ["discountamount"] = new Money(3m) });
        OrganizationResponse reserved = world.Reserve(200, invoice);
        world.World.Pay(invoice);
        world.World.Dataverse.RunAsyncJobs();
        world.World.Reopen(invoice);
        Assert.Equal(15m, world.Money(invoice, "totalamount"));
        Assert.Equal(Committed, world.StateOf(reserved));

        for (int round = 0; round < 2; round++)
        {
            world.World.CancelInvoice(invoice);
            world.World.Dataverse.RunAsyncJobs();
            world.World.Reopen(invoice);
        }

        Assert.Equal(Reversed, world.StateOf(reserved));
        Assert.Equal(300, world.Balance);
        Assert.Equal(17m, world.Money(invoice, "totalamount"));
    }

    [Fact]
    [Trait("Rule", "L27")]
    public void An_order_that_is_opened_again_before_its_points_went_back_keeps_both_in_use()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);

        world.World.Cancel(order);
        world.World.SetState(order, 0, 1);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(Reserved, world.StateOf(reserved));
        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(18m, world.Money(order, "totalamount"));
        Assert.Equal(118, world.Balance);
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    public void Points_that_a_done_document_has_used_are_given_back_by_nobody(string table, bool settled)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        world.World.Fulfil(order);
        if (settled) world.World.Dataverse.RunAsyncJobs();

        Assert.Contains("Return its goods", SpendingWorld.Refusal(() => world.Release(reserved)));
        Assert.Contains("Return its goods", SpendingWorld.Refusal(() => world.Reverse(reserved)));
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(118, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_reward_that_was_handed_out_is_taken_back_by_a_supervisor_only(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference reward = world.ProduceReward(120, SpendingWorld.Setting("stock", 1));
        OrganizationRequest request = world.Reserving(0);
        request["Reward"] = reward;
        OrganizationResponse got = world.Admin.Execute(request);
        world.Commit(got);
        IOrganizationService clerk = world.World.Dataverse.Connect(world.World.ProduceUser().Id);

        Assert.Contains("Only a supervisor", SpendingWorld.Refusal(() => world.Release(got)));
        Assert.Contains(
            "prvWritecrmx_ApiPermission",
            SpendingWorld.Refusal(() => clerk.Execute(SpendingWorld.Reversing(got))),
            StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nur eine vorgesetzte Person", world.GermanRefusal(SpendingWorld.Releasing(got)));
        Assert.Equal(0, world.Row(reward)["crmx_stock"]);
        world.Supervisor().Execute(SpendingWorld.Reversing(got));
        world.Supervisor().Execute(SpendingWorld.Reversing(got));

        Assert.Equal(Reversed, world.StateOf(got));
        Assert.Equal(1, world.Row(reward)["crmx_stock"]);
        Assert.Equal(300, world.Balance);
    }
}
