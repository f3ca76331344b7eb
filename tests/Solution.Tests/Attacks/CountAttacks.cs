using System;
using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Orders that are cancelled, reopened, deleted and imported in any order.</summary>
public sealed class CountAttacks
{
    private const string StepTable = "sdkmessageprocessingstep";

    [Fact]
    [Trait("Rule", "X20")]
    public void An_order_that_was_reopened_past_the_steps_leaves_the_counts()
    {
        using var world = new CrossSellWorld();
        world.Execute("crmx_EnsureSchedule");
        EntityReference order = world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Loyalty.LetDaysPass(1);
        world.Loyalty.LetDaysPass(1);
        Assert.Equal(1, world.Together("Bed", "Pillow"));
        foreach (Step step in world.Dataverse.Steps.Where(step => step.PluginType.Contains("RefreshBasket")).ToArray())
            world.Admin.Update(new Entity(StepTable, step.Id) { ["statecode"] = new OptionSetValue(1) });

        RandomOrders.Reopen(world, order);
        world.Loyalty.LetDaysPass(1);
        world.Loyalty.LetDaysPass(1);

        Assert.Null(world.Together("Bed", "Pillow"));
    }

    [Fact]
    [Trait("Rule", "P11")]
    public void Orders_behind_5000_others_of_the_same_moment_are_found()
    {
        using var world = new CrossSellWorld();
        foreach (Step step in world.Dataverse.Steps.Where(step => step.PluginType.Contains("RefreshBasket")).ToArray())
            world.Admin.Update(new Entity(StepTable, step.Id) { ["statecode"] = new OptionSetValue(1) });
        EntityReference customer = world.Customer("account");
        EntityReference[] last = [.. Enumerable.Range(0, 3).Select(n => world.Open("salesorder", customer, "Bed"))];
        for (int page = 0; page < 6; page++)
        {
            world.Admin.Execute(new CreateMultipleRequest
            {
                Targets = new EntityCollection([.. Enumerable.Range(0, 1000).Select(number =>
                    new Entity("salesorder")
                    {
                        Id = new Guid(page, (short)number, 1, [0, 0, 0, 0, 0, 0, 0, 1]),
                        ["name"] = "Open", ["customerid"] = customer,
                    })]) { EntityName = "salesorder" },
            });
        }

        foreach (EntityReference order in last) world.Loyalty.Fulfil(order);
        world.Execute("crmx_EnsureSchedule");
        for (int day = 0; day < 4; day++) world.Loyalty.LetDaysPass(1);

        Assert.Equal(3, world.All("crmx_orderbasket").Count);
    }

    [Fact]
    [Trait("Rule", "X19")]
    public void A_product_family_that_is_deleted_while_orders_wait_does_not_stop_the_counting()
    {
        using var world = new CrossSellWorld();
        EntityReference family =
            world.Product("Beds", CrossSellWorld.With("productstructure", new OptionSetValue(2)));
        EntityReference other =
            world.Product("Others", CrossSellWorld.With("productstructure", new OptionSetValue(2)));
        world.Product("Bed", CrossSellWorld.With("parentproductid", family));
        world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Dataverse.RunAsyncJobs();
        world.Admin.Update(new Entity("product", world.Product("Bed").Id) { ["parentproductid"] = other });
        foreach (Entity item in world.All("productpricelevel"))
            if (family.Equals(item["productid"])) world.Admin.Delete(item.LogicalName, item.Id);
        world.Admin.Delete("product", family.Id);

        world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Train();

        Assert.Equal(2, world.Together("Bed", "Pillow"));
    }

    [Fact]
    [Trait("Rule", "X20")]
    public void An_order_of_150_lines_goes_in_and_out_of_the_counts()
    {
        using var world = new CrossSellWorld();
        EntityReference order = world.Bought(
            world.Customer("contact"), [.. Enumerable.Range(0, 150).Select(line => "P" + line)]);
        world.Train();
        Assert.Equal(50, world.All("crmx_productbasket").Count(row => (int)row["crmx_baskets"] > 0) / 2);

        RandomOrders.Reopen(world, order);
        world.Train();

        Assert.All(world.All("crmx_productbasket"), row => Assert.Equal(0, row["crmx_baskets"]));
        Assert.All(world.All("crmx_productbasket"), row => Assert.Equal("{}", row["crmx_partners"]));
        AssertNoDrift(world);
    }

    [Fact]
    [Trait("Rule", "X08")]
    public void A_changed_window_is_counted_anew()
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("windowdays", 60));
        for (int time = 0; time < 8; time++)
        {
            EntityReference customer = world.Customer("account");
            world.Bought(customer, "Printer");
            world.PassDays(40);
            world.Bought(customer, "Toner");
        }

        for (int order = 0; order < 20; order++) world.Bought(world.Customer("account"), "Milk");
        world.Train();
        world.Execute("crmx_EnsureSchedule");
        world.Loyalty.LetDaysPass(1);
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        Assert.Contains("within 60 days", Text(world, quote));

        world.Settings(CrossSellWorld.With("windowdays", 5));
        world.Bought(world.Customer("account"), "Printer", "Toner");
        world.Loyalty.LetDaysPass(1);
        world.Loyalty.LetDaysPass(1);

        Assert.DoesNotContain("within", Text(world, quote));
        Assert.Equal(1, world.Together("Printer", "Toner", window: 1));
    }

    [Fact]
    public void Write_ins_and_lines_that_came_back_are_in_no_pair()
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer("account");
        EntityReference order = world.Open("salesorder", customer, "Bed", "Bed", "Pillow");
        world.Admin.Create(new Entity("salesorderdetail")
        {
            ["salesorderid"] = order, ["isproductoverridden"] = true, ["productdescription"] = "Write-in",
            ["priceperunit"] = new Money(5m), ["quantity"] = 1m,
        });
        world.AddLine(order, "Lamp", 1m);
        world.AddLine(order, "Lamp", -1m);
        world.AddLine(order, "Gone", -5m);
        world.Loyalty.Fulfil(order);
        world.Train();

        Assert.Equal(1, world.Together("Bed", "Pillow"));
        Assert.Null(world.Together("Bed", "Lamp"));
        Assert.Null(world.Together("Bed", "Gone"));
        AssertNoDrift(world);
    }

    private static string Text(CrossSellWorld world, EntityReference quote) => string.Join(
        "|", world.Recommend(quote).GoesWith.Select(item => item.GetProperty("textEn").GetString()));

    private static void AssertNoDrift(CrossSellWorld world)
    {
        for (int day = 0; day < 16; day++)
        {
            world.Execute("crmx_RunJobItem", new("Job", "CountAudit"), new("Subject", Guid.Empty));
            world.PassDays(1);
        }

        Assert.DoesNotContain("cross-sell-counts-differ", world.Loyalty.OpenFindings());
    }
}
