using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

public sealed class TierScenario
{
    private const int Qualified = 0, Requalified = 1, PeriodEnded = 2, Return = 3;

    [Theory]
    [InlineData("account", "Bronze,Silver")]
    [InlineData("contact", "Bronze,Silver")]
    [Trait("Rule", "L08")]
    public void An_order_that_reaches_a_limit_exactly_gives_the_tier_at_once(string table, string tiers)
    {
        using LoyaltyWorld world = Tiered();
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 6_000m);
        Assert.Equal("Bronze", TierOf(world, customer));
        world.FulfilledOrder(customer, 3_999m);
        Assert.Equal("Bronze", TierOf(world, customer));
        world.FulfilledOrder(customer, 1m);

        Assert.Equal("Silver", TierOf(world, customer));
        Assert.Equal(10_000, world.MemberOf(customer)["crmx_statuspoints"]);
        Assert.Equal(new DateTime(2026, 3, 1), world.MemberOf(customer)["crmx_tiersince"]);
        Assert.Equal(new DateTime(2027, 12, 31), world.MemberOf(customer)["crmx_tieruntil"]);
        Assert.Equal(tiers, string.Join(',', Changes(world).Select(row => (string)row["crmx_name"])));
        Assert.All(Changes(world), row => Assert.Equal(Beats.Option(Qualified), row["crmx_reason"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L49")]
    public void Spending_leaves_the_tier_as_it_is(string table)
    {
        using LoyaltyWorld world = Tiered();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 10_000m);

        world.Adjust(customer, -10_000);
        world.LetDaysPass(1);

        Assert.Equal(0, world.MemberOf(customer)["crmx_balance"]);
        Assert.Equal("Silver", TierOf(world, customer));
        Assert.Equal(10_000, world.MemberOf(customer)["crmx_statuspoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L51")]
    public void Any_limit_qualifies_and_meeting_one_again_extends_the_tier(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        Tier(world, programme, "Gold", 1, new() { ["monthpoints"] = 500, ["yearpoints"] = 1_000, ["yearorders"] = 3 });
        EntityReference byMonth = world.ProduceCustomer(table);
        EntityReference byYear = world.ProduceCustomer(table);
        EntityReference byOrders = world.ProduceCustomer(table);

        world.FulfilledOrder(byMonth, 500m);
        world.FulfilledOrder(byYear, 499m);
        for (int order = 0; order < 3; order++) world.FulfilledOrder(byOrders, 1m);
        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("", TierOf(world, byYear));
        world.FulfilledOrder(byYear, 499m);
        world.Clock.Advance(TimeSpan.FromDays(31));
        world.FulfilledOrder(byYear, 2m);

        Assert.Equal(["Gold", "Gold", "Gold"], new[] { byMonth, byYear, byOrders }.Select(who => TierOf(world, who)));
        world.Clock.Advance(TimeSpan.FromDays(365));
        world.FulfilledOrder(byMonth, 500m);
        Assert.Equal(new DateTime(2028, 12, 31), world.MemberOf(byMonth)["crmx_tieruntil"]);
        Assert.Contains(Changes(world), row => Beats.Option(Requalified).Equals(row["crmx_reason"]));
    }

    [Theory]
    [InlineData("account", 2, "Bronze", Return)]
    [InlineData("contact", 2, "Bronze", Return)]
    [InlineData("account", 1, "Silver", Qualified)]
    [InlineData("contact", 1, "Silver", Qualified)]
    [Trait("Rule", "L29")]
    public void A_return_below_the_limit_takes_the_tier_at_once_or_at_the_end_of_the_period(
        string table, int downgrade, string tier, int reason)
    {
        using LoyaltyWorld world = Tiered(new KeyValuePair<string, object>("downgrade", Beats.Option(downgrade)));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 10_000m);
        Assert.Equal("Silver", TierOf(world, customer));
        world.Clock.Advance(TimeSpan.FromDays(3));

        world.Admin.Execute(new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = order.LogicalName, ["DocumentId"] = order.Id, ["RequestId"] = "back",
        });

        Assert.Equal(0, world.MemberOf(customer)["crmx_statuspoints"]);
        Assert.Equal(tier, TierOf(world, customer));
        Assert.Equal(Beats.Option(reason), Changes(world).Last()["crmx_reason"]);
        world.LetTimePass(new DateTime(2028, 1, 2, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("Bronze", TierOf(world, customer));
        Assert.Equal(
            Beats.Option(reason == Return ? Return : PeriodEnded), Changes(world).Last()["crmx_reason"]);
        world.Dataverse.RunAsyncJobs();
        Assert.Single(world.Rows("task"));
    }

    [Theory]
    [InlineData("account", 0, "Silver")]
    [InlineData("contact", 0, "Silver")]
    [InlineData("account", 1, "Bronze")]
    [InlineData("contact", 1, "Bronze")]
    [Trait("Rule", "L52")]
    public void After_end_and_grace_the_tier_falls_by_policy_with_log_and_notice(
        string table, int downgrade, string fallsTo)
    {
        using LoyaltyWorld world = Tiered(new("downgrade", Beats.Option(downgrade)), new("tiergracedays", 10));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 20_000m);
        Assert.Equal("Gold", TierOf(world, customer));

        world.LetTimePass(new DateTime(2028, 1, 10, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("Gold", TierOf(world, customer));
        world.LetDaysPass(1);

        Assert.Equal(fallsTo, TierOf(world, customer));
        Entity change = Changes(world).Last();
        Assert.Equal(fallsTo, change["crmx_name"]);
        Assert.Equal(Beats.Option(PeriodEnded), change["crmx_reason"]);
        Entity notice = Assert.Single(world.Rows("task"));
        Assert.Equal(customer, notice["regardingobjectid"]);
        Assert.Equal($"Tier changed from Gold to {fallsTo}", notice["subject"]);
        world.LetDaysPass(1);
        Assert.Equal(2, Changes(world).Count);
        Assert.Single(world.Rows("task"));
    }

    internal static LoyaltyWorld Tiered(params KeyValuePair<string, object>[] settings)
    {
        var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme(settings);
        Tier(world, programme, "Bronze", 0, []);
        Tier(world, programme, "Silver", 1, new() { ["yearpoints"] = 10_000 });
        Tier(world, programme, "Gold", 2, new() { ["yearpoints"] = 20_000 });
        return world;
    }

    internal static EntityReference Tier(
        LoyaltyWorld world, EntityReference programme, string name, int rank, Dictionary<string, int> limits)
    {
        var row = new Entity("crmx_loyaltytier")
        {
            ["crmx_name"] = name, ["crmx_rank"] = rank, ["crmx_programid"] = programme,
        };
        foreach (KeyValuePair<string, int> limit in limits) row["crmx_" + limit.Key] = limit.Value;
        return new EntityReference(row.LogicalName, world.Admin.Create(row));
    }

    internal static string TierOf(LoyaltyWorld world, EntityReference customer) =>
        world.MemberOf(customer).GetAttributeValue<EntityReference>("crmx_tierid")?.Name ?? "";

    internal static IReadOnlyList<Entity> Changes(LoyaltyWorld world) =>
        world.Rows("crmx_tierchange").OrderBy(row => (DateTime)row["crmx_changedon"]).ToList();
}
