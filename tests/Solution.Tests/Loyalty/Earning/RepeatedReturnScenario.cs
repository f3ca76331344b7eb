using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>The same return twice: the same answer, and not a point more.</summary>
public sealed class RepeatedReturnScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();

    public void Dispose()
    {
        world.AssertReplayEqualsBalance();
        world.Dispose();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    [Trait("Rule", "L13")]
    public void A_return_that_the_policy_spared_wholly_takes_nothing_when_it_is_asked_for_again(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 100m);
        world.Adjust(customer, -100);
        Assert.Equal(0, world.Admin.Execute(Return(order, "r"))["PointsTakenBack"]);
        world.FulfilledOrder(customer, 70m);

        OrganizationResponse again = world.Admin.Execute(Return(order, "r"));
        world.Admin.Execute(Return(order, "another"));

        Assert.Equal([0, 0], [(int)again["PointsTakenBack"], (int)again["Balance"]]);
        Assert.Equal(70, world.BalanceOf(customer));
        Entity spared = world.Entries().First(entry => (int)entry["crmx_points"] == 0);
        Assert.Contains("writtenoff", (string)spared["crmx_breakdown"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L23")]
    public void Redeemed_points_come_back_first_and_the_answer_says_so_every_time(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1000m);
        EntityReference order = world.ProduceOrder(customer);
        EntityReference line = world.AddLine(order, world.ProduceProduct(), 10m, 10);
        world.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = world.MemberOf(customer).ToEntityReference(),
            ["Points"] = 1000,
            ["DocumentTable"] = "salesorder",
            ["DocumentId"] = order.Id,
            ["RequestId"] = "reserve",
        });
        world.Fulfil(order);
        world.Dataverse.RunAsyncJobs();
        world.Adjust(customer, -90);
        OrganizationRequest half = Return(order, "half");
        half["Lines"] = $"[{{\"line\":\"{line.Id:D}\",\"quantity\":5}}]";

        OrganizationResponse first = world.Admin.Execute(half);
        world.FulfilledOrder(customer, 5m);
        OrganizationResponse again = world.Admin.Execute(half);

        foreach (OrganizationResponse answer in new[] { first, again })
        {
            Assert.Equal(45, answer["PointsTakenBack"]);
            Assert.Equal(500, answer["PointsRestored"]);
            Assert.Equal(500 - 45, answer["Balance"]);
        }

        Assert.Equal(500 - 45 + 5, world.BalanceOf(customer));
    }

    private static OrganizationRequest Return(EntityReference order, string request) => new("crmx_ReturnPoints")
    {
        ["DocumentTable"] = order.LogicalName,
        ["DocumentId"] = order.Id,
        ["RequestId"] = request,
    };
}
