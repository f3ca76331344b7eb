using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>Calls of the organisation service by our code inside the transaction of a document.</summary>
public sealed class EarningCostScenario
{
    private const int Budget = 12;
    private const int Enrolment = 3;

    [Theory]
    [InlineData("account", true, false)]
    [InlineData("contact", true, false)]
    [InlineData("account", false, false)]
    [InlineData("contact", false, false)]
    [InlineData("account", true, true)]
    [InlineData("contact", true, true)]
    [Trait("Rule", "P01")]
    public void An_order_under_many_rules_and_budgets_stays_within_the_requests(
        string table, bool raisesUpdate, bool activityFirst)
    {
        using LoyaltyWorld world = LoyaltyWorld.Closing(raisesUpdate, activityFirst);
        EntityReference programme = world.ProduceProgramme();
        for (int rule = 0; rule < 12; rule++)
        {
            world.ProduceRule(
                programme,
                PointsPerOrder,
                Set("points", 1),
                Set("stackable", true),
                Set("budget", rule < 6 ? 1000 : 1));
        }

        EntityReference customer = world.ProduceCustomer(table);
        long enrolling = CostOf(world, world.ProduceOrder(customer, 1m));
        long known = CostOf(world, world.ProduceOrder(customer, Enumerable.Repeat(1m, 30).ToArray()));

        Assert.InRange(known, 1, Budget);
        Assert.InRange(enrolling, known + 1, Budget + Enrolment);
        Assert.Equal([1 + 12, 30 + 6], world.Points());
        world.AssertReplayEqualsBalance();
    }

    private static long CostOf(LoyaltyWorld world, EntityReference order)
    {
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();
        world.Fulfil(order);
        return world.Dataverse.Requests.Of(RequestOrigin.Plugin);
    }
}
