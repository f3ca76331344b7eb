using System;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class VoucherScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_voucher_is_redeemed_by_its_code_once(string table)
    {
        using var world = new SpendingWorld(table, 500);
        var code = (string)world.Reserve(250)["VoucherCode"];
        Assert.NotEqual(code, world.Reserve(100)["VoucherCode"]);

        OrganizationResponse used = world.Admin.Execute(Redeeming(code.ToLowerInvariant().Insert(4, "-"), "till 1"));
        OrganizationResponse again = world.Admin.Execute(Redeeming(code, "till 1"));

        Assert.Equal(2m, used["Value"]);
        Assert.Equal(used["RedemptionId"], again["RedemptionId"]);
        Assert.Contains(
            "redeemed before", SpendingWorld.Refusal(() => world.Admin.Execute(Redeeming(code, "till 2"))));
        Assert.Contains("schon eingelöst", world.GermanRefusal(Redeeming(code, "till 3")));
        Assert.Contains(
            "Check what you typed", SpendingWorld.Refusal(() => world.Admin.Execute(Redeeming("ABC", "till 2"))));
        world.OnlyWith("prvCreatecrmx_ApiPermission", Redeeming(code, "till 4"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_reward_costs_its_points_and_has_a_stock_and_dates(string table)
    {
        using var world = new SpendingWorld(table, 500);
        DateTime today = world.World.Clock.GetUtcNow().UtcDateTime.Date;
        EntityReference last = world.ProduceReward(
            120, SpendingWorld.Setting("stock", 1), SpendingWorld.Setting("value", 9.5m),
            SpendingWorld.Setting("validto", today));
        EntityReference later = world.ProduceReward(1, SpendingWorld.Setting("validfrom", today.AddDays(1)));
        EntityReference dear = world.ProduceReward(501);

        OrganizationResponse got = world.Admin.Execute(Rewarding(world, last));

        Assert.Equal(120, got["ReservedPoints"]);
        Assert.Equal(9.5m, got["Value"]);
        Assert.Equal(380, world.Balance);
        Assert.Contains("out of stock", Refusal(world, last));
        Assert.Contains("cannot be had today", Refusal(world, later));
        Assert.Contains("380 points can be spent now; 501", Refusal(world, dear));
        world.Release(got);
        Assert.Equal(1, world.Row(last)["crmx_stock"]);
        Assert.Equal(500, world.Balance);
    }

    private static string Refusal(SpendingWorld world, EntityReference reward) =>
        SpendingWorld.Refusal(() => world.Admin.Execute(Rewarding(world, reward)));

    private static OrganizationRequest Rewarding(SpendingWorld world, EntityReference reward)
    {
        OrganizationRequest request = world.Reserving(0);
        request["Reward"] = reward;
        return request;
    }

    private static OrganizationRequest Redeeming(string code, string requestId) => new("crmx_CommitRedemption")
    {
        ["VoucherCode"] = code,
        ["RequestId"] = requestId,
    };
}
