using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>Points lower the price, and the taxes with it.</summary>
[Trait("Rule", "L35")]
public sealed class TaxScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Taxes_follow_the_reduced_price_rate_by_rate(string table)
    {
        using var world = new SpendingWorld(table, 5000);
        EntityReference order = TwoRates(world);

        world.Reserve(2260, order);

        Assert.Equal([17.14m, 6.32m], Taxes(world, order));
        Assert.Equal(226m - 22m, world.Money(order, "totalamount"));
    }

    [Fact]
    public void What_is_released_leaves_the_document_as_it_was()
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference order = TwoRates(world);
        OrganizationResponse first = world.Reserve(1000, order);
        OrganizationResponse second = world.Reserve(1300, order);

        world.Release(first);
        world.Release(second);

        Assert.Equal([19m, 7m], Taxes(world, order));
        Assert.Equal(0m, world.Money(order, "discountamount"));
        Assert.Equal(226m, world.Money(order, "totalamount"));
    }

    [Fact]
    public void A_line_that_was_put_in_afterwards_gets_no_tax_of_the_old_ones()
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference order = world.World.ProduceOrder(
            new OrderFacts(world.Customer, new OrderLine(100m, 1, 19m)));
        OrganizationResponse reserved = world.Reserve(1000, order);
        Guid old = Lines(world, order).Single().Id;
        EntityReference line = world.World.AddLine(order, world.World.ProduceProduct(), 100m);
        world.Admin.Update(new Entity(line.LogicalName, line.Id) { ["tax"] = new Money(19m) });
        world.Admin.Delete("salesorderdetail", old);

        world.Release(reserved);

        Assert.Equal([19m], Taxes(world, order));
        Assert.Equal(119m, world.Money(order, "totalamount"));
    }

    [Fact]
    public void Points_may_pay_the_taxes_too()
    {
        using var world = new SpendingWorld("contact", 50_000);
        EntityReference order = TwoRates(world);

        world.Reserve(22_600, order);

        Assert.Equal([0m, 0m], Taxes(world, order));
        Assert.Equal(0m, world.Money(order, "totalamount"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_fixed_levy_is_paid_whatever_the_points(string table)
    {
        using var world = new SpendingWorld(table, 5000);
        EntityReference spirits = world.World.ProduceProduct();
        world.Admin.Update(new Entity("product", spirits.Id) { ["crmx_fixedlevy"] = true });
        EntityReference order = world.World.ProduceOrder(
            new OrderFacts(world.Customer, new OrderLine(100m, 1, 19m)));
        EntityReference levied = world.World.AddLine(order, spirits, 100m);
        world.Admin.Update(new Entity(levied.LogicalName, levied.Id) { ["tax"] = new Money(8m) });

        world.Reserve(1000, order);

        Assert.Equal([18.13m, 8m], Taxes(world, order));
        Assert.Equal(227m - 10m, world.Money(order, "totalamount"));
    }

    [Fact]
    public void Where_something_else_computes_taxes_they_stay()
    {
        using var world = new SpendingWorld("account", 5000, SpendingWorld.Setting("redeemtaxes", false));
        EntityReference order = TwoRates(world);

        world.Reserve(2200, order);

        Assert.Equal([19m, 7m], Taxes(world, order));
        Assert.Equal(22m, world.Money(order, "discountamount"));
    }

    [Fact]
    public void Taxes_of_a_quote_come_back_on_the_order_that_was_made_of_it()
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference quote = world.ProduceQuote(100m);
        Guid line = Lines(world, quote).Single().Id;
        world.Admin.Update(new Entity("quotedetail", line) { ["tax"] = new Money(19m) });
        OrganizationResponse reserved = world.Reserve(1100, quote);
        EntityReference order = world.ConvertToOrder(quote);
        Assert.Equal(119m - 11m, world.Money(order, "totalamount"));

        world.Release(reserved);

        Assert.Equal([19m], Taxes(world, order));
        Assert.Equal(119m, world.Money(order, "totalamount"));
    }

    private static EntityReference TwoRates(SpendingWorld world) => world.World.ProduceOrder(
        new OrderFacts(world.Customer, new OrderLine(100m, 1, 19m), new OrderLine(100m, 1, 7m)));

    /// <summary>The highest rate first.</summary>
    private static decimal[] Taxes(SpendingWorld world, EntityReference document) =>
        [.. Lines(world, document).Select(row => row.GetAttributeValue<Money>("tax")?.Value ?? 0m)
            .OrderByDescending(tax => tax)];

    private static IEnumerable<Entity> Lines(SpendingWorld world, EntityReference document)
    {
        var query = new QueryExpression(document.LogicalName + "detail") { ColumnSet = new ColumnSet("tax") };
        query.Criteria.AddCondition(document.LogicalName + "id", ConditionOperator.Equal, document.Id);
        return world.Admin.RetrieveMultiple(query).Entities;
    }
}
