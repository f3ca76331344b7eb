using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Objection to profiling, merged customers, and who may see what.</summary>
public sealed class ConsentScenario
{
    private const int Objected = 2;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void An_objection_removes_score_and_flag_at_once_and_keeps_the_proof(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(100));
        insight.Assess(customer);
        Assert.Contains(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));

        insight.Say(customer, Objected);

        Entity hidden = insight.Shown(customer);
        Assert.Null(InsightWorld.Level(hidden));
        Assert.Null(InsightWorld.Day(hidden, "crmx_highriskon"));
        Assert.Null(hidden.GetAttributeValue<string>("crmx_riskreasons"));
        Assert.DoesNotContain(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        Assert.Equal(insight.World.Clock.GetUtcNow().UtcDateTime, hidden["crmx_profilingconsenton"]);

        insight.World.Dataverse.RunAsyncJobs();
        Assert.Empty(insight.InsightsOf(customer));
        Assert.Empty(insight.All(InsightWorld.Reason));
        Assert.Equal(InsightWorld.Objected, InsightWorld.Number(insight.Shown(customer), "crmx_riskstate"));
        Entity proof = Assert.Single(insight.ChangesOf(customer));
        Assert.Equal(4, InsightWorld.Number(proof, "crmx_cause"));
        Assert.False(proof.Contains("crmx_text"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void Orders_of_who_objects_are_not_counted_until_the_objection_is_withdrawn(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);
        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();

        insight.Order(customer, 50m);
        Assert.Empty(insight.InsightsOf(customer));
        Assert.False(insight.Shown(customer).Contains("crmx_orderscounted"));

        insight.Say(customer, 0);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.Equal(3, insight.Shown(customer)["crmx_orderscounted"]);
        Assert.Single(insight.InsightsOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P07")]
    public void Merged_customers_are_one_with_the_orders_of_both(string table)
    {
        using var insight = new InsightWorld();
        EntityReference kept = insight.CustomerWithOrders(table, 30);
        EntityReference doubled = insight.CustomerWithOrders(table, 20);

        insight.Admin.Execute(new MergeRequest
        {
            Target = kept,
            SubordinateId = doubled.Id,
            UpdateContent = new Entity(table),
            PerformParentingChecks = false,
        });
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(4, insight.Shown(kept)["crmx_orderscounted"]);
        Assert.Single(insight.All(InsightWorld.Insight));
        Assert.False(insight.Shown(doubled).Contains("crmx_risklevel"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Data_protection_hands_out_and_forgets_what_is_known_of_risk(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30);

        string data = (string)insight.Admin.Execute(
            InsightWorld.About(customer, "crmx_ExportCustomerData"))["Data"];
        insight.Admin.Execute(InsightWorld.About(customer, "crmx_ForgetCustomer"));
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Contains("\"insights\":[{", data);
        Assert.Contains("crmx_history", data);
        Assert.Contains("\"riskChanges\":[{", data);
        Assert.Empty(insight.InsightsOf(customer));
        Assert.DoesNotContain(insight.ChangesOf(customer), row => row.Contains("crmx_reasons"));
        Assert.False(insight.Shown(customer).Contains("crmx_totalspend"));
        insight.Order(customer, 10m);
        Assert.Empty(insight.InsightsOf(customer));
    }

    [Fact]
    [Trait("Rule", "C24")]
    public void No_step_of_ours_listens_to_the_level_or_the_probability()
    {
        using var insight = new InsightWorld();

        string[] score = ["crmx_risklevel", "crmx_riskstate", "crmx_orderprobability", "crmx_highriskon"];

        Assert.All(insight.World.Dataverse.Steps, step => Assert.Empty(step.FilteringColumns.Intersect(score)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void The_moment_of_an_objection_is_that_of_the_first_time_it_was_said(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.World.ProduceCustomer(table);
        insight.Say(customer, 0);
        Assert.Null(Said(insight, customer));

        insight.Say(customer, Objected);
        DateTime? first = Said(insight, customer);
        insight.World.Clock.Advance(TimeSpan.FromDays(3));
        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();
        insight.Admin.Execute(InsightWorld.About(customer, "crmx_ForgetCustomer"));

        Assert.Equal(insight.World.Clock.GetUtcNow().UtcDateTime.AddDays(-3), first);
        Assert.Equal(first, Said(insight, customer));

        insight.Say(customer, 1);
        Assert.Equal(insight.World.Clock.GetUtcNow().UtcDateTime, Said(insight, customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void Nobody_writes_the_moment_of_an_objection_by_hand(string table)
    {
        using var insight = new InsightWorld();
        DateTime forged = insight.Today.AddDays(-100);
        Entity row = new(table) { [table == "contact" ? "lastname" : "name"] = "New" };
        row["crmx_profilingconsenton"] = forged;
        var customer = new EntityReference(table, insight.Admin.Create(row));
        Assert.Null(Said(insight, customer));

        insight.Say(customer, Objected);
        DateTime? said = Said(insight, customer);
        foreach (DateTime? wanted in new DateTime?[] { forged, null })
        {
            insight.Admin.Update(new Entity(table, customer.Id) { ["crmx_profilingconsenton"] = wanted });
            Assert.Equal(said, Said(insight, customer));
        }
    }

    private static DateTime? Said(InsightWorld insight, EntityReference customer) =>
        InsightWorld.Day(insight.Shown(customer), "crmx_profilingconsenton");
}
