using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>Customers are merged in Dynamics, with an event and without; members become one.</summary>
public sealed class CustomerMergeScenario
{
    private const int Merged = 3;

    public static TheoryData<string, bool> CustomersAndEvents() => new()
    {
        { "account", true }, { "account", false }, { "contact", true }, { "contact", false },
    };

    [Theory]
    [MemberData(nameof(CustomersAndEvents))]
    [Trait("Rule", "L53")]
    [Trait("Rule", "P07")]
    public void The_next_posting_folds_the_members_of_merged_customers_whatever_events_come(string table, bool raises)
    {
        using var life = new LifecycleWorld(table, raises, new KeyValuePair<string, object>("holdingdays", 0));
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);

        life.MergeCustomers();
        life.World.FulfilledOrder(life.Kept, 7m);

        Assert.Equal(167, life.Member(stays)["crmx_balance"]);
        Archived(life, doubled, stays);
        Assert.Equal(1, life.EntriesOf(stays).Count(entry => LifecycleWorld.Number(entry, "crmx_kind") == 11));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P07")]
    public void Where_an_event_comes_members_are_one_right_after_the_merge(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        life.World.Dataverse.RunAsyncJobs();

        life.MergeCustomers();
        life.World.Dataverse.RunAsyncJobs();

        Assert.Equal(160, life.Member(stays)["crmx_balance"]);
        Archived(life, doubled, stays);
        Assert.Equal(160, life.Row(life.Kept)["crmx_pointsbalance"]);
        Assert.False(life.Row(life.Doubled).Contains("crmx_pointsbalance"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L53")]
    public void An_empty_duplicate_needs_no_entries(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference empty = new(Crmx.Member, life.Admin.Create(new Entity(Crmx.Member)
        {
            ["crmx_name"] = "Empty",
            ["crmx_programid"] = life.Programme,
            ["crmx_customerid"] = life.Doubled,
        }));

        life.MergeCustomers();
        life.World.FulfilledOrder(life.Kept, 7m);

        Assert.Equal(107, life.Member(stays)["crmx_balance"]);
        Assert.Empty(life.EntriesOf(empty));
        Archived(life, empty, stays);
    }

    [Fact]
    [Trait("Rule", "L53")]
    public void A_customer_with_one_member_pays_no_request_for_folding()
    {
        using var life = new LifecycleWorld("account");
        life.Earn(life.Kept, 100m);
        life.Earn(life.Doubled, 60m);
        life.World.Dataverse.RunAsyncJobs();
        long before = Cost(life, 1m);

        life.MergeCustomers();
        life.World.Dataverse.RunAsyncJobs();

        Assert.Equal(before, Cost(life, 1m));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Values_that_the_dialogue_of_a_merge_copies_do_not_overwrite_the_points_shown(string table)
    {
        using var life = new LifecycleWorld(table);
        life.Earn(life.Kept, 100m);
        life.World.Dataverse.RunAsyncJobs();

        life.MergeCustomers(new Entity(table) { ["crmx_pointsbalance"] = 5_000, ["telephone1"] = "123" });

        Assert.Equal(100, life.Row(life.Kept)["crmx_pointsbalance"]);
        Assert.Equal("123", life.Row(life.Kept)["telephone1"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Nobody_writes_the_points_that_a_customer_shows(string table)
    {
        using var life = new LifecycleWorld(table);
        life.Earn(life.Kept, 100m);
        string name = table == "contact" ? "lastname" : "name";

        LifecycleWorld.Refused("cannot be changed", () => life.Admin.Update(
            new Entity(table, life.Kept.Id) { ["crmx_pointsbalance"] = 5_000 }));
        LifecycleWorld.Refused("cannot be changed", () => life.Admin.Update(
            new Entity(table, life.Kept.Id) { ["crmx_nextexpirypoints"] = null }));
        LifecycleWorld.Refused("cannot be changed", () => life.Admin.Create(
            new Entity(table) { [name] = "Rich", ["crmx_pointsbalance"] = 5_000 }));
        life.Admin.Create(new Entity(table) { [name] = "Poor", ["crmx_pointsbalance"] = null });
        life.World.Dataverse.RunAsyncJobs();
        Assert.Equal(100, life.Row(life.Kept)["crmx_pointsbalance"]);
    }

    private static long Cost(LifecycleWorld life, decimal amount)
    {
        EntityReference order = life.World.ProduceOrder(life.Kept, amount);
        life.World.Dataverse.RunAsyncJobs();
        life.World.Dataverse.Requests.Reset();
        life.World.Fulfil(order);
        return life.World.Dataverse.Requests.Of(RequestOrigin.Plugin);
    }

    private static void Archived(LifecycleWorld life, EntityReference member, EntityReference into)
    {
        Entity row = life.Member(member);
        Assert.Equal(0, row["crmx_balance"]);
        Assert.Equal(Merged, LifecycleWorld.Number(row, "crmx_lifecycle"));
        Assert.Equal(1, ((OptionSetValue)row["statecode"]).Value);
        Assert.Equal(into, row["crmx_mergedintoid"]);
    }
}
