using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Concurrency;
using CrmExtensions.Solution.Tests.CrossSell;
using CrmExtensions.Solution.Tests.Jobs;
using CrmExtensions.Solution.Tests.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Sessions that do the same at the same moment, on one file.</summary>
public sealed class AtOnceAttacks : IDisposable
{
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(0, 45)]
    [InlineData(1, 40)]
    [Trait("Rule", "L18")]
    public void Orders_that_exhaust_a_budget_at_once_get_no_more_than_it_holds(int policy, int given)
    {
        using var world = new LoyaltyWorld(new LocalDataverseOptions { Path = file.Path });
        world.ProduceRule(
            world.ProduceProgramme(),
            EarningFacts.PointsPerOrder,
            EarningFacts.Set("points", 10),
            EarningFacts.Set("budget", 45),
            EarningFacts.Set("budgetpolicy", EarningFacts.Option(policy)));
        EntityReference[] orders = [.. Enumerable.Range(0, 8)
            .Select(_ => world.ProduceOrder(world.ProduceCustomer("account"), 1m))];

        Exception[] refused = AtOnce.Run(
            [.. orders.Select(order => (Action)(() => LoyaltyWorld.Fulfil(order, world.Dataverse.Connect())))]);

        Assert.Empty(refused);
        Assert.Equal(given + 8, world.Entries().Sum(entry => (int)entry["crmx_points"]));
        Assert.Equal(given, world.Rows("crmx_budgetshard").Single()["crmx_spent"]);
        world.AssertReplayEqualsBalance();

        refused = AtOnce.Run([.. orders.Select(order => (Action)(() =>
            world.Dataverse.Connect().Update(new Entity("salesorder", order.Id)
            {
                ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1),
            })))]);
        Assert.Empty(refused);
        Assert.Equal(0, world.Rows("crmx_budgetshard").Single()["crmx_spent"]);
        Assert.Equal(0, world.Entries().Sum(entry => (int)entry["crmx_points"]));
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void Sellers_who_accept_the_same_pair_at_once_all_get_their_line()
    {
        using var world = new CrossSellWorld(new LocalDataverseOptions { Path = file.Path });
        RecommendScenario.Teach(world, "account");
        EntityReference[] quotes = [.. Enumerable.Range(0, 6)
            .Select(_ => world.Open("quote", world.Customer("account"), "Printer"))];

        Exception[] refused = AtOnce.Run([.. quotes.Select((quote, number) => (Action)(() =>
            DecisionAttacks.Accept(world, quote, "Toner", "R-" + number)))]);

        Assert.Empty(refused.Select(why => why.Message));
        Assert.Equal(12, world.All("quotedetail").Count);
        Entity pair = world.All("crmx_productaffinity").Single(row =>
            ((OptionSetValue)row["crmx_kind"]).Value == Crmx.FirstOption
            && world.Product("Printer").Equals(row["crmx_productid"]));
        Assert.Equal(6, pair["crmx_accepted"]);
    }

    [Fact]
    public void One_request_that_comes_twice_at_once_is_one_line()
    {
        using var world = new CrossSellWorld(new LocalDataverseOptions { Path = file.Path });
        RecommendScenario.Teach(world, "account");
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");

        AtOnce.Run(6, () => DecisionAttacks.Accept(world, quote, "Toner", "R"));

        Assert.Equal(2, world.All("quotedetail").Count);
        Assert.Single(world.All("crmx_recommendation"));
        DecisionAttacks.Accept(world, quote, "Toner", "R");
        Assert.Equal(2, world.All("quotedetail").Count);
    }

    [Fact]
    [Trait("Rule", "X20")]
    public void Heartbeats_at_once_count_every_order_once()
    {
        using var world = new CrossSellWorld(new LocalDataverseOptions { Path = file.Path });
        world.Execute("crmx_EnsureSchedule");
        world.Loyalty.LetDaysPass(1);
        for (int order = 0; order < 12; order++) world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Dataverse.RunAsyncJobs();
        Exception[] refused = [];
        for (int beat = 0; beat < 4; beat++)
        {
            world.PassDays(1);
            refused = [.. refused, .. AtOnce.Run(4, () => world.Dataverse.Connect().Execute(
                new OrganizationRequest("crmx_RunDueWork")))];
            refused = [.. refused, .. AtOnce.Run(2, () => world.Dataverse.RunAsyncJobs())];
        }

        world.Loyalty.LetDaysPass(1);
        world.Loyalty.LetDaysPass(1);

        Assert.Equal([], refused.Select(why => why.Message));
        Assert.Equal(12, world.Together("Bed", "Pillow"));
        Assert.Equal([], world.Loyalty.OpenFindings());
        Assert.DoesNotContain(world.All("crmx_job"), job => job.GetAttributeValue<int>("crmx_failures") > 0);
    }

    [Fact]
    [Trait("Rule", "P11")]
    public void A_slice_whose_worker_died_is_taken_up_after_its_lease_and_not_before()
    {
        using var world = new CrossSellWorld();
        world.Execute("crmx_EnsureSchedule");
        world.Loyalty.LetDaysPass(1);
        for (int order = 0; order < 3; order++) world.Bought(world.Customer("account"), "Bed", "Pillow");
        world.Dataverse.RunAsyncJobs();
        Entity job = world.Loyalty.Job("BasketCounts");
        Entity slice = world.All("crmx_jobslice").First(row =>
            ((EntityReference)row["crmx_jobid"]).Id == job.Id);
        world.Admin.Update(new Entity(slice.LogicalName, slice.Id)
        {
            ["crmx_state"] = new OptionSetValue(Crmx.FirstOption + 1),
            ["crmx_cursorfrom"] = "",
            ["crmx_leaseuntil"] = world.Loyalty.Clock.GetUtcNow().UtcDateTime.AddMinutes(5),
        });
        world.Loyalty.RunDueWork();
        world.Dataverse.RunAsyncJobs();
        Assert.Null(world.Together("Bed", "Pillow"));

        world.Loyalty.Clock.Advance(TimeSpan.FromMinutes(6));
        world.Loyalty.RunDueWork();
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(3, world.Together("Bed", "Pillow"));
    }
}
