using System.Linq;
using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>An order whose breakdown by line and rule is longer than a column of the platform holds.</summary>
public sealed class LargeOrderScenario
{
    private const int Lines = 600, Rules = 16;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void It_is_fulfilled_with_sums_by_rule_and_its_returns_go_by_share(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        for (int rule = 0; rule < Rules; rule++)
            world.ProduceRule(programme, PointsPerUnit, Set("points", 1), Set("stackable", true));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.ProduceOrder(customer, Enumerable.Repeat(1m, Lines).ToArray());

        world.Fulfil(order);

        Assert.Equal(Lines * (1 + Rules), world.BalanceOf(customer));
        Breakdown stored = Breakdown.Parse((string)Assert.Single(world.Entries())["crmx_breakdown"])!;
        Assert.Equal(1 + Rules, stored.Parts.Count);
        Assert.All(stored.Parts, part => Assert.Equal("lines", part.Item));

        EntityReference line = LineOf(world, order);
        OrganizationResponse one = world.Admin.Execute(Return(order, "one", line, "\"quantity\":1"));
        OrganizationResponse half = world.Admin.Execute(Return(order, "half", line, "\"amount\":299"));
        OrganizationResponse rest = world.Admin.Execute(Return(order, "rest", line, null));

        Assert.Equal(1 + Rules, one["PointsTakenBack"]);
        Assert.Equal(299 * (1 + Rules), half["PointsTakenBack"]);
        Assert.Equal(300 * (1 + Rules), rest["PointsTakenBack"]);
        Assert.Equal(0, world.BalanceOf(customer));
        world.AssertReplayEqualsBalance();
    }

    private static EntityReference LineOf(LoyaltyWorld world, EntityReference order)
    {
        var query = new QueryExpression("salesorderdetail") { TopCount = 1 };
        query.Criteria.AddCondition("salesorderid", ConditionOperator.Equal, order.Id);
        return world.Admin.RetrieveMultiple(query).Entities[0].ToEntityReference();
    }

    private static OrganizationRequest Return(
        EntityReference order, string request, EntityReference line, string? what)
    {
        var asked = new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = order.LogicalName,
            ["DocumentId"] = order.Id,
            ["RequestId"] = request,
        };
        if (what is not null) asked["Lines"] = $"[{{\"line\":\"{line.Id:D}\",{what}}}]";
        return asked;
    }
}
