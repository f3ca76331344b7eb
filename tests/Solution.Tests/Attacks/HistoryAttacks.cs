using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using CrmExtensions.Solution.Tests.Jobs;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Whatever happened to orders, the counts are those of the orders that are left.</summary>
public sealed class HistoryAttacks
{
    [Theory]
    [InlineData(20261122)]
    [InlineData(7)]
    [Trait("Rule", "X20")]
    public void Counts_after_any_history_are_those_of_a_fresh_count(int seed)
    {
        using var world = new CrossSellWorld();
        var history = new RandomOrders(world, seed);

        history.Happen(steps: 120);

        Assert.NotEmpty(history.Counted);
        IReadOnlyDictionary<string, Entity> rows = world.All("crmx_productbasket")
            .ToDictionary(row => (string)row["crmx_key"]);
        for (int one = 0; one < RandomOrders.Products; one++)
        {
            string name = "P" + one;
            RandomOrders.RandomOrder[] with = [.. history.Counted.Where(order => order.Names.Contains(name))];
            rows.TryGetValue(world.Product(name).Id.ToString("N") + "-0", out Entity? row);
            Assert.Equal(with.Length, row?["crmx_baskets"] ?? 0);
            Assert.Equal(
                with.Count(order => order.Customer.LogicalName == "contact"), row?["crmx_personbaskets"] ?? 0);
            for (int other = 0; other < RandomOrders.Products; other++)
            {
                if (other == one) continue;
                int together = with.Count(order => order.Names.Contains("P" + other));
                Assert.Equal(together, world.Together(name, "P" + other) ?? 0);
            }
        }

        Assert.Equal(history.Counted.Count, world.All("crmx_crosssellsettings").Single()["crmx_baskets"]);
        Assert.All(world.All("crmx_productaffinity"), pair => Assert.InRange(
            (int)pair["crmx_together"], 3, (int)pair["crmx_baskets"]));
        world.Execute("crmx_RunJobItem", new("Job", "CountAudit"), new("Subject", Guid.Empty));
        Assert.DoesNotContain("cross-sell-counts-differ", world.Loyalty.OpenFindings());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X01")]
    public void What_a_merged_customer_gave_back_is_not_owned(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference kept = world.Customer(customers), doubled = world.Customer(customers);
        EntityReference order = world.Bought(doubled, "Toner");
        world.Train();
        world.Admin.Execute(new MergeRequest
        {
            Target = kept,
            SubordinateId = doubled.Id,
            UpdateContent = new Entity(customers),
            PerformParentingChecks = false,
        });
        world.Dataverse.RunAsyncJobs();
        EntityReference quote = world.Open("quote", kept, "Printer");
        Assert.DoesNotContain("Toner", world.Recommend(quote).Names);

        RandomOrders.Reopen(world, order);
        world.Loyalty.Cancel(order);
        world.Train();

        Assert.Contains("Toner", world.Recommend(quote).Names);
    }
}
