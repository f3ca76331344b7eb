using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>An order gave a tier and came back.</summary>
public sealed class ReturnedTierScenario
{
    private const int OneDown = 0, ByBalance = 1, Immediately = 2;
    private const int ByReturn = 3;

    [Theory]
    [InlineData("account", Immediately, "Bronze")]
    [InlineData("contact", Immediately, "Bronze")]
    [InlineData("account", ByBalance, "Silver")]
    [InlineData("contact", ByBalance, "Silver")]
    [InlineData("account", OneDown, "Silver")]
    [InlineData("contact", OneDown, "Silver")]
    [Trait("Rule", "L29")]
    public void The_tier_falls_at_once_or_at_its_end_as_the_programme_says_and_the_log_says_why(
        string table, int downgrade, string now)
    {
        using LoyaltyWorld world = TierScenario.Tiered(
            new KeyValuePair<string, object>("downgrade", Beats.Option(downgrade)));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        EntityReference order = world.FulfilledOrder(customer, 12_000m);
        Assert.Equal("Silver", TierScenario.TierOf(world, customer));

        world.Admin.Execute(new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = order.LogicalName,
            ["DocumentId"] = order.Id,
            ["RequestId"] = "r",
        });

        Assert.Equal(100, world.MemberOf(customer)["crmx_statuspoints"]);
        Assert.Equal(now, TierScenario.TierOf(world, customer));
        Entity last = TierScenario.Changes(world).OrderBy(row => row["crmx_changedon"]).Last();
        if (downgrade == Immediately)
        {
            Assert.Contains(
                TierScenario.Changes(world),
                row => row["crmx_name"].Equals("Bronze") && Beats.Option(ByReturn).Equals(row["crmx_reason"]));
        }
        else
        {
            Assert.Equal("Silver", last["crmx_name"]);
            world.LetTimePass(new DateTime(2028, 1, 1, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
            world.LetDaysPass(1);
            Assert.Equal("Bronze", TierScenario.TierOf(world, customer));
        }

        world.AssertReplayEqualsBalance();
    }
}
