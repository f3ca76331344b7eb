using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class ReservationScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L34")]
    public void The_least_of_request_balance_and_cap_is_applied_in_whole_steps(string table)
    {
        using var world = new SpendingWorld(table, 620, SpendingWorld.Setting("redeemcap", 50m));
        EntityReference order = world.ProduceOrder(20m);

        OrganizationResponse limitedByBalance = world.Reserve(1000, order);

        Assert.Equal(600, limitedByBalance["ReservedPoints"]);
        Assert.Equal(6m, limitedByBalance["Value"]);
        Assert.Equal(14m, world.Money(order, "totalamount"));
        world.Release(limitedByBalance);
        Assert.Equal(500, world.Reserve(1000, world.ProduceOrder(10.99m))["ReservedPoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L34")]
    public void Below_the_minimum_nothing_is_applied(string table)
    {
        using var world = new SpendingWorld(table, 620, SpendingWorld.Setting("redeemminimum", 500));

        Assert.Contains("At least 500", SpendingWorld.Refusal(() => world.Reserve(499, world.ProduceOrder(20m))));
        Assert.Equal(500, world.Reserve(500, world.ProduceOrder(20m))["ReservedPoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L36")]
    [Trait("Rule", "P10")]
    public void Points_pay_at_most_the_rounded_total_and_keep_the_discount_that_was_there(string table)
    {
        using var world = new SpendingWorld(table, 5000, SpendingWorld.Setting("redeemvalue", 0.05m));
        EntityReference order = world.ProduceOrder(2.33m);
        world.Admin.Update(new Entity("salesorder", order.Id) { ["discountamount"] = new Money(0.33m) });

        OrganizationResponse all = world.Reserve(5000, order);

        Assert.Equal(4000, all["ReservedPoints"]);
        Assert.Equal(2.33m, world.Money(order, "discountamount"));
        Assert.Equal(0m, world.Money(order, "totalamount"));
        world.Release(all);
        Assert.Equal(0.33m, world.Money(order, "discountamount"));
        Assert.Equal(2m, world.Money(order, "totalamount"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L32")]
    public void Points_of_an_order_pay_for_a_quote_an_order_and_an_invoice(string table)
    {
        using var world = new SpendingWorld(table, 300);

        foreach (EntityReference document in new[]
        {
            world.ProduceQuote(5m), world.ProduceOrder(5m), world.ProduceInvoice(5m),
        })
        {
            world.Reserve(100, document);
            Assert.Equal(4m, world.Money(document, "totalamount"));
        }

        Assert.Equal(0, world.Balance);
        Assert.Equal(0, world.Available);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L13")]
    public void The_same_request_reserves_once_and_gets_the_same_answer(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationRequest request = world.Reserving(200, order);

        OrganizationResponse first = world.Admin.Execute(request);
        OrganizationResponse again = world.Admin.Execute(request);

        Assert.Equal(first["RedemptionId"], again["RedemptionId"]);
        Assert.Equal(200, again["ReservedPoints"]);
        Assert.Equal(100, world.Balance);
        Assert.Equal(18m, world.Money(order, "totalamount"));
        request["DocumentId"] = world.ProduceOrder(20m).Id;
        Assert.Contains("already used", SpendingWorld.Refusal(() => world.Admin.Execute(request)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_customer_may_be_named_instead_of_the_member(string table)
    {
        using var world = new SpendingWorld(table, 300);
        OrganizationRequest request = world.Reserving(100);
        request.Parameters.Remove("Member");
        request["CustomerId"] = world.Customer.Id;

        world.Admin.Execute(request);

        Assert.Equal(200, world.Balance);
    }

    [Fact]
    public void Each_wrong_request_is_refused_with_its_remedy()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference closed = world.World.FulfilledOrder(world.Customer, 5m);
        EntityReference foreign = world.World.ProduceOrder(world.World.ProduceCustomer("contact"), 5m);
        OrganizationRequest lead = world.Reserving(100, new EntityReference("lead", Guid.NewGuid()));
        OrganizationRequest stranger = world.Reserving(100);
        stranger["Member"] = new EntityReference(Crmx.Member, Guid.NewGuid());

        Refused(world, "above 0", world.Reserving(0));
        Refused(world, "At least 100", world.Reserving(99));
        Refused(world, "can no longer be changed", world.Reserving(100, closed));
        Refused(world, "belongs to another customer", world.Reserving(100, foreign));
        Refused(world, "less than one step", world.Reserving(100, world.ProduceOrder(0.99m)));
        Refused(world, "\"lead\" is none", lead);
        Refused(world, "does not exist", world.Reserving(100, new EntityReference("salesorder", Guid.NewGuid())));
        Refused(world, "does not exist", stranger);
        Assert.Single(world.World.Entries(), entry => entry.GetAttributeValue<int>("crmx_points") == 300);
    }

    [Fact]
    public void A_clerk_reserves_and_is_refused_in_German()
    {
        using var world = new SpendingWorld("account", 50);

        world.OnlyWith("prvCreatecrmx_ApiPermission", world.Reserving(100));

        Assert.Contains("Jetzt sind 50 Punkte einlösbar", world.GermanRefusal(world.Reserving(100)));
    }

    private static void Refused(SpendingWorld world, string text, OrganizationRequest request) =>
        Assert.Contains(text, SpendingWorld.Refusal(() => world.Admin.Execute(request)));
}
