using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class MembershipScenario
{
    private const int Forfeit = 0, PayOut = 1, Freeze = 2;

    [Theory]
    [InlineData("account", Forfeit, 500, 0)]
    [InlineData("contact", Forfeit, 500, 0)]
    [InlineData("account", PayOut, 0, 500)]
    [InlineData("contact", PayOut, 0, 500)]
    [Trait("Rule", "L57")]
    public void Whoever_leaves_loses_the_balance_or_gets_it_paid_out(string table, int policy, int lost, int paid)
    {
        using SpendingWorld world = Leaving(table, policy);

        OrganizationResponse left = world.Admin.Execute(Leave(world, "bye"));
        OrganizationResponse again = world.Admin.Execute(Leave(world, "bye"));

        Assert.Equal(lost, left["ForfeitedPoints"]);
        Assert.Equal(paid, left["PaidOutPoints"]);
        Assert.Equal(paid / 100m, left["PaidOutValue"]);
        Assert.Equal(left.Results.ToArray(), again.Results.ToArray());
        Assert.Equal(0, world.Balance);
        Assert.Contains("inactive", SpendingWorld.Refusal(() => world.Reserve(100)));
        world.World.FulfilledOrder(world.Customer, 10m);
        Assert.Equal(0, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L57")]
    public void A_frozen_balance_comes_back_within_the_days_and_is_lost_after_them(string table)
    {
        using SpendingWorld world = Leaving(table, Freeze);
        OrganizationResponse left = world.Admin.Execute(Leave(world, "pause"));
        DateTime last = world.World.Clock.GetUtcNow().UtcDateTime.Date.AddDays(30);
        Assert.Equal(last, left["FrozenUntil"]);
        Assert.Equal(500, world.Balance);
        Assert.Equal(last.AddDays(1), world.Row(world.Member)["crmx_nextduedate"]);

        world.World.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(world.Member, world.Enrol(world.Customer));
        world.Reserve(100);

        Assert.Equal(400, world.Balance);
        world.Release(new OrganizationResponse { Results = { ["RedemptionId"] = world.All("crmx_redemption")[0].Id } });
        world.Admin.Execute(Leave(world, "again"));
        world.World.Clock.Advance(TimeSpan.FromDays(31));
        world.Enrol(world.Customer);
        Assert.Equal(0, world.Balance);
    }

    [Fact]
    public void Reserved_points_are_settled_before_somebody_leaves()
    {
        using SpendingWorld world = Leaving("account", Forfeit);
        OrganizationResponse reserved = world.Reserve(100);

        Assert.Contains("are reserved", SpendingWorld.Refusal(() => world.Admin.Execute(Leave(world, "bye"))));
        Assert.Contains("sind reserviert", world.GermanRefusal(Leave(world, "bye")));
        world.OnlyWith("prvCreatecrmx_ApiPermission", Leave(world, "bye"));
        world.Commit(reserved);
        Assert.Equal(400, world.Admin.Execute(Leave(world, "bye"))["ForfeitedPoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_customer_is_enrolled_once_and_welcomed_once(string table)
    {
        using var world = new SpendingWorld(table, 0, SpendingWorld.Setting("welcomepoints", 25));
        EntityReference customer = world.World.ProduceCustomer(table);
        OrganizationResponse first = world.Admin.Execute(world.Enrolling(customer));
        OrganizationResponse again = world.Admin.Execute(world.Enrolling(customer));
        world.World.Dataverse.RunAsyncJobs();

        Assert.True((bool)first["IsNew"]);
        Assert.False((bool)again["IsNew"]);
        Assert.Equal(first["MemberId"], again["MemberId"]);
        Assert.Equal(25, world.World.MemberOf(customer)["crmx_balance"]);
        EntityReference excluded = world.World.ProduceCustomer(table, excluded: true);
        Assert.Contains("excluded", SpendingWorld.Refusal(() => world.Enrol(excluded)));
        Assert.Contains("ausgenommen", world.GermanRefusal(world.Enrolling(excluded)));
        world.OnlyWith("prvCreatecrmx_ApiPermission", world.Enrolling(customer));
    }

    private static SpendingWorld Leaving(string table, int policy) => new(
        table, 500,
        SpendingWorld.Setting("leavepolicy", new OptionSetValue(Crmx.FirstOption + policy)),
        SpendingWorld.Setting("freezedays", 30));

    private static OrganizationRequest Leave(SpendingWorld world, string requestId) => new("crmx_LeaveProgramme")
    {
        ["Member"] = world.Member,
        ["RequestId"] = requestId,
    };
}
