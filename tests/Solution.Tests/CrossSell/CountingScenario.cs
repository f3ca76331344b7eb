using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>How orders come into the counts and out of them again.</summary>
public sealed class CountingScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X12")]
    public void One_order_and_some_days_are_two_windows(string customers)
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("windowdays", 10));
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Bed", "Pillow");
        world.PassDays(10);
        world.Bought(customer, "Sheet");
        world.PassDays(11);
        world.Bought(customer, "Lamp");
        world.Train();

        Assert.Equal(1, world.Together("Bed", "Pillow"));
        Assert.Null(world.Together("Bed", "Sheet"));
        Assert.Equal(2, world.Together("Bed", "Pillow", window: 1));
        Assert.Equal(1, world.Together("Bed", "Sheet", window: 1));
        Assert.Null(world.Together("Sheet", "Lamp", window: 1));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X11")]
    public void What_came_back_was_not_bought_together(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Bed", "Pillow");
        world.Bought(world.Customer(customers), "Bed", "Pillow");
        world.Train();
        Assert.Equal(2, world.Together("Bed", "Pillow"));

        EntityReference back = world.Open("salesorder", customer, "Lamp");
        world.AddLine(back, "Pillow", -1m);
        world.Loyalty.Fulfil(back);
        world.Train();

        Assert.Equal(1, world.Together("Bed", "Pillow"));
        Assert.Null(world.Together("Lamp", "Pillow"));
        Assert.Equal(0, Bought(world, customer, "Pillow"));
        Assert.Equal(1, Bought(world, customer, "Bed"));
        AssertNoDrift(world);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X20")]
    public void A_cancelled_order_is_taken_out_of_the_counts(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Bed", "Pillow");
        EntityReference order = world.Bought(customer, "Bed", "Pillow", "Lamp");
        world.Train();
        Assert.Equal(2, world.Together("Bed", "Pillow"));

        world.Admin.Update(new Entity("salesorder", order.Id)
        {
            ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1),
        });
        world.Loyalty.Cancel(order);
        world.Train();

        Assert.Equal(1, world.Together("Bed", "Pillow"));
        Assert.Null(world.Together("Bed", "Lamp"));
        Assert.Equal(0, Bought(world, customer, "Lamp"));
        AssertNoDrift(world);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X20")]
    public void The_nightly_check_finds_a_deleted_order_and_the_audit_a_count_that_somebody_changed(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Bed", "Pillow");
        EntityReference order = world.Bought(customer, "Bed", "Pillow");
        world.Train();
        world.Admin.Delete(order.LogicalName, order.Id);
        world.Dataverse.RunAsyncJobs();
        Assert.Equal(2, world.Together("Bed", "Pillow"));

        world.Execute("crmx_RunJobItem", new("Job", "BasketCheck"), new("Subject", order.Id));
        world.Train();
        Assert.Equal(1, world.Together("Bed", "Pillow"));
        AssertNoDrift(world);

        Entity count = world.All("crmx_productbasket")[0];
        world.Admin.Update(new Entity(count.LogicalName, count.Id) { ["crmx_baskets"] = 7 });
        world.Execute("crmx_RunJobItem", new("Job", "CountAudit"), new("Subject", Guid.Empty));
        Assert.Contains("cross-sell-counts-differ", world.Loyalty.OpenFindings());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X19")]
    public void Counting_again_changes_nothing_and_a_new_order_costs_the_same_however_many_there_are(string customers)
    {
        using var world = new CrossSellWorld();
        for (int order = 0; order < 3; order++) world.Bought(world.Customer(customers), "Bed", "Pillow");
        world.Train();
        long few = CostOfOne(world, customers);
        for (int order = 0; order < 60; order++) world.Bought(world.Customer(customers), "Bed", "Pillow");
        world.Train();

        Assert.Equal(few, CostOfOne(world, customers));
        int? counted = world.Together("Bed", "Pillow");
        world.Train();
        Assert.Equal(counted, world.Together("Bed", "Pillow"));
        AssertNoDrift(world);
    }

    [Fact]
    [Trait("Rule", "X19")]
    public void The_schedule_counts_orders_that_were_imported_past_the_steps()
    {
        using var world = new CrossSellWorld();
        foreach (Step step in world.Dataverse.Steps.Where(step => step.PluginType.Contains("RefreshBasket")).ToArray())
            world.Admin.Update(new Entity("sdkmessageprocessingstep", step.Id)
            {
                ["statecode"] = new OptionSetValue(1),
            });
        for (int order = 0; order < 3; order++) world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Execute("crmx_EnsureSchedule");

        for (int day = 0; day < 3; day++) world.Loyalty.LetDaysPass(1);

        Assert.Equal(3, world.Together("Bed", "Pillow"));
        Assert.NotEmpty(world.All("crmx_productaffinity"));
        Assert.Empty(world.Loyalty.OpenFindings());
    }

    private static long CostOfOne(CrossSellWorld world, string customers)
    {
        world.Bought(world.Customer(customers), "Bed", "Pillow");
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();
        world.Execute("crmx_CountBaskets");
        return world.Dataverse.Requests.Of(RequestOrigin.Plugin);
    }

    private static int Bought(CrossSellWorld world, EntityReference customer, string product) =>
        world.All("crmx_customerproduct").Single(row => customer.Equals(row["crmx_customerid"])
            && world.Product(product).Equals(row["crmx_productid"])).GetAttributeValue<int>("crmx_times");

    private static void AssertNoDrift(CrossSellWorld world)
    {
        for (int day = 0; day < 2; day++)
        {
            world.Execute("crmx_RunJobItem", new("Job", "CountAudit"), new("Subject", Guid.Empty));
            world.PassDays(1);
        }

        Assert.DoesNotContain("cross-sell-counts-differ", world.Loyalty.OpenFindings());
    }
}
