using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>Points that lie in a redemption while their order is cancelled, and come back afterwards.</summary>
public sealed class SparedPointsScenario
{
    [Theory]
    [InlineData("account", 200)]
    [InlineData("account", 300)]
    [InlineData("contact", 200)]
    [InlineData("contact", 300)]
    [Trait("Rule", "L26")]
    public void A_reservation_keeps_no_points_from_the_cancellation_of_their_order(string table, int held)
    {
        using var world = new SpendingWorld(table, 0);
        EntityReference order = world.World.FulfilledOrder(world.Customer, 300m);
        OrganizationResponse reserved = world.Reserve(held);

        Cancel(world, order);
        Assert.Equal(0, world.Balance);
        world.Release(reserved);

        Assert.Equal(0, world.Balance);
        Assert.Equal(0, world.Available);
        world.World.SetState(order, 0, 1);
        world.World.Fulfil(order);
        Assert.Equal(300, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    public void Nor_does_a_voucher_that_was_used_and_is_taken_back(string table)
    {
        using var world = new SpendingWorld(table, 0);
        EntityReference order = world.World.FulfilledOrder(world.Customer, 300m);
        OrganizationResponse reserved = world.Reserve(300);
        world.Commit(reserved);

        Cancel(world, order);
        world.World.FulfilledOrder(world.Customer, 50m);
        Assert.Equal(50, world.Balance);
        world.Reverse(reserved);

        Assert.Equal(50, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    [Trait("Rule", "L22")]
    public void A_return_takes_the_rest_when_the_reservation_ends_and_never_more_than_was_earned(string table)
    {
        using var world = new SpendingWorld(table, 0);
        EntityReference order = world.World.FulfilledOrder(world.Customer, 300m);
        world.World.FulfilledOrder(world.Customer, 30m);
        OrganizationResponse first = world.Reserve(200), second = world.Reserve(100);

        world.Admin.Execute(Returning(order));
        Assert.Equal(0, world.Balance);
        world.Release(first);
        Assert.Equal(0, world.Balance);
        world.Release(second);

        Assert.Equal(30, world.Balance);
        Assert.Equal(0, world.World.Entries()
            .Where(entry => (string)entry["crmx_sourceid"] == order.Id.ToString("D"))
            .Sum(entry => (int)entry["crmx_points"]));
        world.Admin.Execute(Returning(order));
        Assert.Equal(30, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L27")]
    public void An_order_that_came_back_before_the_release_keeps_what_it_earned(string table)
    {
        using var world = new SpendingWorld(table, 0);
        EntityReference order = world.World.FulfilledOrder(world.Customer, 300m);
        OrganizationResponse reserved = world.Reserve(300);
        Cancel(world, order);

        world.World.SetState(order, 0, 1);
        world.World.Fulfil(order);
        Assert.Equal(0, world.Balance);
        world.Release(reserved);

        Assert.Equal(300, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    [Trait("Rule", "L53")]
    public void A_merge_in_between_changes_nothing_about_it(string table)
    {
        using var world = new SpendingWorld(table, 0);
        EntityReference order = world.World.FulfilledOrder(world.Customer, 300m);
        EntityReference stays = world.Enrol(world.World.ProduceCustomer(table));
        world.Admin.Execute(SpendingWorld.Adjusting(stays, 40, "of its own"));
        OrganizationResponse reserved = world.Reserve(200);
        world.World.Clock.Advance(System.TimeSpan.FromMinutes(1));
        Cancel(world, order);
        world.Admin.Execute(new OrganizationRequest("crmx_MergeMembers")
        {
            ["Member"] = stays,
            ["Duplicate"] = world.Member,
            ["RequestId"] = "merge",
        });

        world.Release(reserved);

        Assert.Equal(40, world.BalanceOf(stays));
        Assert.Equal(0, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L23")]
    [Trait("Rule", "L26")]
    public void A_return_that_gives_spent_points_back_takes_the_earned_ones_from_them(string table)
    {
        using var world = new SpendingWorld(table, 1000);
        EntityReference order = world.ProduceOrder(100m);
        world.Reserve(1000, order);
        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();
        world.Adjust(-90, "all that is left");

        OrganizationResponse answer = world.Admin.Execute(Returning(order));

        Assert.Equal(90, answer["PointsTakenBack"]);
        Assert.Equal(1000, answer["PointsRestored"]);
        Assert.Equal(910, world.Balance);
    }

    private static void Cancel(SpendingWorld world, EntityReference order)
    {
        world.World.SetState(order, 0, 1);
        world.World.Cancel(order);
    }

    private static OrganizationRequest Returning(EntityReference order) => new("crmx_ReturnPoints")
    {
        ["DocumentTable"] = order.LogicalName,
        ["DocumentId"] = order.Id,
        ["RequestId"] = "everything",
    };
}
