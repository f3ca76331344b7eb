using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>
/// A customer who objects to profiling, or was erased: no recommendation knows anything of the customer, and nothing
/// that the customer buys is kept as the customer's.
/// </summary>
[Trait("Rule", "C23")]
public sealed class ProfilingScenario
{
    private const int NotObjected = 0, Objected = 2;

    [Theory]
    [InlineData("account", true)]
    [InlineData("account", false)]
    [InlineData("contact", true)]
    [InlineData("contact", false)]
    public void Who_objects_gets_no_personal_list_and_still_what_goes_with_the_document(
        string customers, bool jobsHaveRun)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference customer = Regular(world, customers);
        Assert.Equal(["Paper"], world.Recommend(customer).Again);

        Say(world, customer, Objected);
        if (jobsHaveRun) world.Dataverse.RunAsyncJobs();

        Answer own = world.Recommend(customer);
        Assert.Empty(own.Names);
        Assert.Empty(own.Again);
        Assert.Equal("CustomerObjects", own.Notice);
        Answer document = world.Recommend(world.Open("quote", customer, "Printer"));
        Assert.Equal(["Toner"], document.Names);
        Assert.Equal("learned", document.Of("Toner").GetProperty("source").GetString());
        Assert.Empty(document.Again);
        Assert.Equal("CustomerObjects", document.Notice);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void What_was_stored_of_the_customer_goes_and_comes_back_only_with_the_consent(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = Regular(world, customers);
        Reject(world, customer, "R-1");
        world.Train();
        Assert.NotEmpty(world.All("crmx_customerproduct"));
        int? bought = Baskets(world, "Paper", window: 0);

        Say(world, customer, Objected);
        world.Train();

        AssertNothingOf(world);
        Assert.Equal(bought, Baskets(world, "Paper", window: 0));
        Assert.Equal(0, Baskets(world, "Paper", window: 1) ?? 0);
        Reject(world, customer, "R-2");
        EntityReference bed = world.Bought(customer, "Bed", "Paper");
        world.Train();
        AssertNothingOf(world);
        Assert.Equal(1, world.Together("Bed", "Paper"));
        Assert.Equal(bed.Id.ToString("D"), world.All("crmx_orderbasket").Single(row =>
            ((string)row["crmx_lines"]).Contains(world.Product("Bed").Id.ToString("N")))["crmx_orderid"]);

        Say(world, customer, NotObjected);
        world.Train();

        Entity paper = world.All("crmx_customerproduct").Single(row => (string)row["crmx_name"] == "Paper");
        Assert.Equal(customer, paper["crmx_customerid"]);
        Assert.Equal(4, paper["crmx_times"]);
        Assert.All(world.All("crmx_orderbasket"), row => Assert.Equal(customer, row["crmx_customerid"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L56")]
    public void The_sweep_of_orders_brings_nothing_of_an_erased_customer_back(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = Regular(world, customers);
        world.Execute("crmx_EnsureSchedule");
        world.Execute("crmx_ForgetCustomer",
            CrossSellWorld.With(customers == "account" ? "Account" : "Contact", customer));

        foreach (Entity order in world.All("salesorder"))
            world.Execute("crmx_RunJobItem", new("Job", "OrderBaskets"), new("Subject", order.Id));
        world.Train();
        for (int day = 0; day < 2; day++) world.Loyalty.LetDaysPass(1);

        Assert.All(world.All("salesorder"), row => Assert.Equal(customer, row["customerid"]));
        AssertNothingOf(world);
        Assert.Empty(world.Loyalty.OpenFindings());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_objection_past_our_steps_is_found_by_the_nightly_check(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = Regular(world, customers);
        world.Execute("crmx_EnsureSchedule");
        Step[] steps = [.. world.Dataverse.Steps.Where(step => step.PluginType.Contains("FollowProfilingConsent"))];
        Assert.Equal(2, steps.Length);
        foreach (Step step in steps)
            world.Admin.Update(new Entity("sdkmessageprocessingstep", step.Id)
            {
                ["statecode"] = new OptionSetValue(1),
            });

        Say(world, customer, Objected);
        world.Train();
        Assert.NotEmpty(world.All("crmx_customerproduct"));
        for (int day = 0; day < 3; day++) world.Loyalty.LetDaysPass(1);

        AssertNothingOf(world);
    }

    [Fact]
    [Trait("Rule", "X15")]
    public void What_a_subsidiary_that_objects_has_bought_is_not_known_above_it()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        world.Settings(CrossSellWorld.With("subsidiariesown", true));
        EntityReference parent = world.Customer("account");
        EntityReference child = world.Customer("account");
        world.Admin.Update(new Entity("account", child.Id) { ["parentaccountid"] = parent });
        world.Bought(child, "Toner");
        world.Train();
        Assert.DoesNotContain("Toner", world.Recommend(world.Open("quote", parent, "Printer")).Names);

        Say(world, child, Objected);

        Assert.Contains("Toner", world.Recommend(world.Open("quote", parent, "Printer")).Names);
    }

    /// <summary>Paper three times in an even rhythm, and due again.</summary>
    private static EntityReference Regular(CrossSellWorld world, string customers)
    {
        EntityReference customer = world.Customer(customers);
        for (int order = 0; order < 3; order++)
        {
            world.Bought(customer, "Paper");
            world.PassDays(30);
        }

        world.PassDays(1);
        world.Train();
        return customer;
    }

    private static void Say(CrossSellWorld world, EntityReference customer, int consent) =>
        world.Admin.Update(new Entity(customer.LogicalName, customer.Id)
        {
            ["crmx_profilingconsent"] = new OptionSetValue(Crmx.FirstOption + consent),
        });

    private static void Reject(CrossSellWorld world, EntityReference customer, string request) => world.Execute(
        "crmx_RejectRecommendation",
        new("CustomerTable", customer.LogicalName),
        new("CustomerId", customer.Id),
        new("ProductId", world.Product("Lamp").Id),
        new("Reason", Crmx.FirstOption),
        new("RequestId", request));

    private static void AssertNothingOf(CrossSellWorld world)
    {
        Assert.Empty(world.All("crmx_customerproduct"));
        Assert.All(world.All("crmx_recommendation"), row => Assert.False(row.Contains("crmx_customerid")));
        Assert.All(world.All("crmx_orderbasket"), row => Assert.False(row.Contains("crmx_customerid")));
    }

    private static int? Baskets(CrossSellWorld world, string product, int window) => world.All("crmx_productbasket")
        .FirstOrDefault(row => (string)row["crmx_key"] == world.Product(product).Id.ToString("N") + "-" + window)
        ?.GetAttributeValue<int>("crmx_baskets");
}
