using System;
using System.IO;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>
/// Two first orders of one customer: the alternate key must not be what tells the second one, because its fault would
/// take the order along.
/// </summary>
public sealed class EnrolmentScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P04")]
    public void The_second_one_waits_for_the_customers_row_and_then_finds_the_member(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.Dataverse.RegisterAssembly(File.ReadAllBytes(typeof(EnrollingPlugin).Assembly.Location));
        world.Dataverse.RegisterStep(new Step
        {
            PluginType = typeof(EnrollingPlugin).FullName!,
            Message = "Update",
            Table = table,
            Stage = Stage.PostOperation,
            FilteringColumns = ["crmx_enrolmentlock"],
        });

        world.FulfilledOrder(customer, 80m);

        Entity member = Assert.Single(world.Members());
        Assert.Equal("The first one's", member["crmx_name"]);
        Assert.Equal(80, member["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P04")]
    public void The_row_is_written_before_anything_is_looked_up(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table), 10m);

        string traced = world.Dataverse.Trace(() => world.Fulfil(order)).ToString();

        int locked = traced.IndexOf("Update " + table, StringComparison.Ordinal);
        int looked = traced.IndexOf("RetrieveMultiple " + table, locked, StringComparison.Ordinal);
        Assert.InRange(locked, 0, traced.IndexOf("Create " + Crmx.Member, looked, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_customer_who_stays_outside_is_never_written(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table, excluded: true), 10m);

        string traced = world.Dataverse.Trace(() => world.Fulfil(order)).ToString();

        Assert.DoesNotContain("Update " + table, traced);
    }
}
