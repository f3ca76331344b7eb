using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>What a customer's row shows; it follows the ledger asynchronously.</summary>
public sealed class CustomerBalanceScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_customer_shows_the_sum_of_its_programmes(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.ProduceProgramme(new System.Collections.Generic.KeyValuePair<string, object>("pointsperstep", 2));
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 100m);
        Assert.Null(BalanceOf(world, customer));
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(300, BalanceOf(world, customer));
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void A_customer_who_shows_the_balance_already_is_not_written_again()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 10m);
        world.FulfilledOrder(customer, 20m);
        world.Dataverse.Requests.Reset();

        string traced = world.Dataverse.Trace(() => world.Dataverse.RunAsyncJobs()).Render(withLines: true);

        Assert.Equal(30, BalanceOf(world, customer));
        Assert.Contains("shows this balance already", traced);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L38")]
    public void A_list_of_customers_with_balances_is_one_query_that_runs_none_of_our_code(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        for (int customer = 1; customer <= 20; customer++) world.FulfilledOrder(world.ProduceCustomer(table), customer);
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();

        var list = new QueryExpression(table) { ColumnSet = new ColumnSet("crmx_pointsbalance") };
        EntityCollection customers = world.Admin.RetrieveMultiple(list);

        int shown = customers.Entities.Sum(row => row.GetAttributeValue<int>("crmx_pointsbalance"));
        Assert.Equal(Enumerable.Range(1, 20).Sum(), shown);
        Assert.Equal(1, world.Dataverse.Requests.Of(RequestOrigin.Outside));
        Assert.Equal(0, world.Dataverse.Requests.Of(RequestOrigin.Plugin));
    }

    [Fact]
    public void A_new_member_goes_to_the_owner_of_its_customer()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("contact");
        EntityReference owner = world.ProduceUser();
        world.Admin.Update(new Entity(customer.LogicalName, customer.Id) { ["ownerid"] = owner });

        world.FulfilledOrder(customer, 10m);
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(owner, world.MemberOf(customer)["ownerid"]);
    }

    [Fact]
    public void Deleting_a_customer_leaves_its_ledger()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        EntityReference order = world.FulfilledOrder(customer, 10m);
        world.Dataverse.RunAsyncJobs();
        world.Admin.Delete("salesorder", order.Id);

        world.Admin.Delete(customer.LogicalName, customer.Id);

        Assert.False(Assert.Single(world.Members()).Contains("crmx_customerid"));
        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    private static int? BalanceOf(LoyaltyWorld world, EntityReference customer) =>
        world.Admin.Retrieve(customer.LogicalName, customer.Id, new ColumnSet("crmx_pointsbalance"))
            .GetAttributeValue<int?>("crmx_pointsbalance");
}
