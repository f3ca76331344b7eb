using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>Promotions, bonuses, exclusions and tiers of a programme, on fulfilled orders.</summary>
public sealed class EarningRuleScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();
    private readonly EntityReference programme;

    public EarningRuleScenario() => programme = world.ProduceProgramme();

    public void Dispose()
    {
        world.AssertReplayEqualsBalance();
        world.Dispose();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L08")]
    public void A_members_tier_multiplies_the_base_rate(string table)
    {
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference gold = world.ProduceTier(programme, 2, 1.5m);
        world.FulfilledOrder(customer, 6000m);
        world.Admin.Update(new Entity(Crmx.Member, world.MemberOf(customer).Id) { ["crmx_tierid"] = gold });

        world.FulfilledOrder(customer, 101m);

        Assert.Equal([6000, 151], world.Points());
        Assert.Equal(101, world.Entries()[1]["crmx_statuspoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L09")]
    public void Of_two_rules_the_higher_priority_wins_and_a_tie_goes_to_the_smaller_id(string table)
    {
        world.ProduceRule(programme, Multiplier, Set("multiplier", 2m), Set("priority", 5));
        world.ProduceRule(programme, Multiplier, Set("multiplier", 10m), Set("priority", 1));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        EntityReference[] tied =
        [
            world.ProduceRule(programme, PointsPerOrder, Set("points", 1000), Set("priority", 9)),
            world.ProduceRule(programme, PointsPerOrder, Set("points", 2000), Set("priority", 9)),
        ];
        EntityReference later = tied.OrderBy(rule => rule.Id.ToString("N"), StringComparer.Ordinal).Last();
        int first = tied[0].Id == later.Id ? 2000 : 1000;
        world.Admin.Update(new Entity("crmx_earningrule", later.Id) { ["crmx_name"] = "Edited last" });

        world.FulfilledOrder(customer, 100m);

        Assert.Equal([200, 100 + first], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L10")]
    public void An_excluded_product_a_family_of_gift_cards_and_freight_earn_nothing(string table)
    {
        EntityReference family = world.ProduceFamily(world.ProduceFamily());
        EntityReference card = world.ProduceProduct(family), tea = world.ProduceProduct(), pen = world.ProduceProduct();
        world.ProduceRule(programme, NoPoints, Set("productfamilyid", family));
        world.ProduceRule(programme, NoPoints, Set("productid", pen));
        var facts = new OrderFacts(world.ProduceCustomer(table)) { Freight = 7m };
        EntityReference order = world.ProduceOrder(facts);
        world.AddLine(order, card, 50m);
        world.AddLine(order, pen, 5m);
        world.AddLine(order, tea, 20m);

        world.Fulfil(order);

        Assert.Equal([20], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L04")]
    public void A_redemption_that_is_written_as_a_line_is_no_bought_unit(string table)
    {
        world.ProduceRule(programme, PointsPerUnit, Set("points", 10));
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table), 40m, 20m);
        world.AddLine(order, null, -15m);

        world.Fulfil(order);

        Assert.Equal([45 + 20], world.Points());
    }

    [Theory]
    [InlineData("account", 1)]
    [InlineData("contact", 2)]
    public void Conditions_on_customer_weekday_validity_and_amount_must_all_hold(string table, int type)
    {
        world.ProduceRule(
            programme,
            PointsPerOrder,
            Set("points", 7),
            Set("customertype", Option(type)),
            Set("weekdays", "7"),
            Set("validfrom", new DateTime(2026, 3, 1)),
            Set("validto", new DateTime(2026, 3, 1)),
            Set("minimumamount", 50m));
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 50m);
        world.FulfilledOrder(customer, 49m);
        world.FulfilledOrder(world.ProduceCustomer(table == "account" ? "contact" : "account"), 50m);
        world.Clock.Advance(TimeSpan.FromDays(7));
        world.FulfilledOrder(customer, 60m);

        Assert.Equal([49, 50, 57, 60], world.Points().Order());
    }

    [Theory]
    [InlineData("account", Clamp, 100, 50, 50)]
    [InlineData("contact", Clamp, 100, 50, 50)]
    [InlineData("account", Refuse, 100, 0, 100)]
    [InlineData("contact", Refuse, 100, 0, 100)]
    [Trait("Rule", "L18")]
    public void The_last_award_of_a_budget_is_clamped_or_refused_and_the_shortfall_is_kept(
        string table, int policy, int first, int second, int shortfall)
    {
        world.ProduceRule(
            programme, PointsPerOrder, Set("points", 100), Set("budget", 150), Set("budgetpolicy", Option(policy)));
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 1m);
        EntityReference order = world.ProduceOrder(customer, 1m);
        string traced = world.Dataverse.Trace(() => world.Fulfil(order)).Render(withLines: true);

        Assert.Equal([1 + first, 1 + second], world.Points());
        Entity shard = Assert.Single(world.Admin.RetrieveMultiple(
            new Microsoft.Xrm.Sdk.Query.QueryExpression("crmx_budgetshard") { ColumnSet = new(true) }).Entities);
        Assert.Equal(first + second, shard["crmx_spent"]);
        Assert.Equal(shortfall, shard["crmx_shortfall"]);
        Assert.Contains("lacks", traced);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_raised_budget_holds_from_the_next_order_on_and_an_empty_one_earns_only_the_base_rate(string table)
    {
        EntityReference rule = world.ProduceRule(programme, PointsPerOrder, Set("points", 10), Set("budget", 0));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 5m);
        world.Admin.Update(new Entity(rule.LogicalName, rule.Id) { ["crmx_budget"] = 10 });

        world.FulfilledOrder(customer, 5m);

        Assert.Equal([5, 15], world.Points());
    }

    [Fact]
    public void A_rule_that_says_nothing_usable_is_left_out_and_the_order_goes_through()
    {
        world.ProduceRule(programme, PointsPerOrder, Set("points", 10), Set("weekdays", "Sunday"));

        world.FulfilledOrder(world.ProduceCustomer("account"), 5m);

        Assert.Equal([5], world.Points());
    }
}
