using System.Linq;
using Dataverse.Local;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>What an order costs: calls of the organisation service by our code inside its transaction.</summary>
public sealed class RequestBudgetScenario
{
    private const int Known = 9;
    private const int Enrolment = 3;

    [Theory]
    [MemberData(nameof(OrderToBalanceScenario.CustomersAndWaysToClose), MemberType = typeof(OrderToBalanceScenario))]
    [Trait("Rule", "P01")]
    public void An_order_stays_within_the_budget_whatever_its_lines(string table, bool raisesUpdate, bool activityFirst)
    {
        using LoyaltyWorld world = LoyaltyWorld.Closing(raisesUpdate, activityFirst);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);

        long enrolling = CostOf(world, world.ProduceOrder(customer, 1m));
        long small = CostOf(world, world.ProduceOrder(customer, 1m));
        long large = CostOf(world, world.ProduceOrder(customer, Enumerable.Repeat(1m, 60).ToArray()));

        Assert.InRange(small, 1, Known);
        Assert.Equal(small, large);
        Assert.InRange(enrolling, small + 1, small + Enrolment);
        Assert.Equal(62, world.MemberOf(customer)["crmx_balance"]);
    }

    [Fact]
    [Trait("Rule", "P01")]
    public void The_hundredth_entry_costs_what_the_second_did()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 1m);
        long second = CostOf(world, world.ProduceOrder(customer, 1m));
        for (int entry = 3; entry < 100; entry++) world.FulfilledOrder(customer, 1m);

        Assert.Equal(second, CostOf(world, world.ProduceOrder(customer, 1m)));
        Assert.Equal(100, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void An_update_of_a_column_that_nobody_listens_to_costs_nothing()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer("account"), 1m);
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();

        world.Admin.Update(new Entity("salesorder", order.Id) { ["description"] = "changed" });

        Assert.Equal(0, world.Dataverse.Requests.Of(RequestOrigin.Plugin));
        Assert.Equal(0, world.Dataverse.RunAsyncJobs());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P02")]
    public void A_save_never_goes_deeper_than_three(string table)
    {
        using var world = new LoyaltyWorld(new LocalDataverseOptions { Limits = new PlatformLimits { Depth = 3 } });
        world.ProduceProgramme();

        world.FulfilledOrder(world.ProduceCustomer(table), 10m);
        world.Dataverse.RunAsyncJobs();

        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    [Trait("Rule", "P03")]
    public void Every_update_step_names_its_columns_and_no_plugin_sends_batches()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.Dataverse.Requests.Reset();

        world.FulfilledOrder(world.ProduceCustomer("account"), 10m);

        Step[] updates = world.Dataverse.Steps.Where(step => step.Message == "Update").ToArray();
        Assert.NotEmpty(updates);
        Assert.All(updates, step => Assert.NotEmpty(step.FilteringColumns));
        Assert.DoesNotContain(
            world.Dataverse.Requests.ByMessage(RequestOrigin.Plugin).Keys,
            message => message is "ExecuteMultiple" or "ExecuteTransaction");
    }

    [Fact]
    [Trait("Rule", "P04")]
    public void The_source_key_is_looked_up_before_an_entry_is_created()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer("account"), 10m);

        string traced = world.Dataverse.Trace(() => world.Fulfil(order)).ToString();

        int lookup = traced.IndexOf("RetrieveMultiple " + Crmx.Entry, System.StringComparison.Ordinal);
        int create = traced.IndexOf("Create " + Crmx.Entry, System.StringComparison.Ordinal);
        Assert.InRange(lookup, 0, create);
    }

    private static long CostOf(LoyaltyWorld world, EntityReference order)
    {
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();
        world.Fulfil(order);
        return world.Dataverse.Requests.Of(RequestOrigin.Plugin);
    }
}
