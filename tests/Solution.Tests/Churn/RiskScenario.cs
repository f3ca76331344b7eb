using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>States, levels and dates as rows and views show them while days pass.</summary>
public sealed class RiskScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C02")]
    [Trait("Rule", "C04")]
    public void One_order_is_new_and_then_a_segment_of_its_own_without_a_level(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table);

        Assert.Equal(InsightWorld.New, InsightWorld.Number(insight.Shown(customer), "crmx_riskstate"));
        insight.World.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(InsightWorld.New, insight.Assess(customer)["State"]);
        insight.World.Clock.Advance(TimeSpan.FromDays(1));
        insight.Assess(customer);

        Entity shown = insight.Shown(customer);
        Assert.Equal(InsightWorld.NoSecondOrder, InsightWorld.Number(shown, "crmx_riskstate"));
        Assert.Null(InsightWorld.Level(shown));
        Assert.Null(InsightWorld.Day(shown, "crmx_highriskon"));
        Assert.Null(shown.GetAttributeValue<decimal?>("crmx_orderprobability"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C03")]
    public void Orders_known_for_less_than_a_cycle_give_no_level(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("datasince", insight.Today);
        EntityReference customer = insight.CustomerWithOrders(table, 0);
        insight.Order(customer, 10m);

        Entity shown = insight.Shown(customer);

        Assert.Equal(InsightWorld.NotEnoughData, InsightWorld.Number(shown, "crmx_riskstate"));
        Assert.Null(InsightWorld.Level(shown));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C05")]
    public void A_seasonal_buyer_is_judged_after_the_season(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 10, 355, 10, 355, 10);
        DateTime last = insight.Today;

        insight.World.Clock.Advance(TimeSpan.FromDays(200));
        insight.Assess(customer);

        Entity shown = insight.Shown(customer);
        Assert.Equal(InsightWorld.OffSeason, InsightWorld.Number(shown, "crmx_riskstate"));
        Assert.Null(InsightWorld.Level(shown));
        Assert.True(InsightWorld.Day(shown, "crmx_highriskon") > last.AddDays(365));
        Assert.DoesNotContain(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C06")]
    [Trait("Rule", "C19")]
    public void Views_are_right_by_their_dates_before_any_job_runs(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        DateTime high = InsightWorld.Day(insight.Shown(customer), "crmx_highriskon")!.Value;
        DateTime churned = InsightWorld.Day(insight.Shown(customer), "crmx_churnedon")!.Value;
        string turning = table == "account" ? "Accounts Turning High Risk within 30 Days"
            : "Contacts Turning High Risk within 30 Days";
        string winBack = table == "account" ? "Accounts: Win-Back" : "Contacts: Win-Back";
        Entity stored = insight.InsightOf(customer);

        insight.World.Clock.Advance(high.AddDays(-20) - insight.Today);
        Assert.Contains(customer.Id, insight.View(table, turning));
        Assert.DoesNotContain(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        insight.World.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Contains(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        Assert.DoesNotContain(customer.Id, insight.View(table, turning));
        insight.World.Clock.Advance(churned - high);
        Assert.DoesNotContain(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        Assert.Contains(customer.Id, insight.View(table, winBack));

        Assert.Equal(stored.RowVersion, insight.InsightOf(customer).RowVersion);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C06")]
    [Trait("Rule", "C11")]
    [Trait("Rule", "C19")]
    public void The_job_moves_the_level_of_who_crossed_and_logs_each_change(string table)
    {
        using var insight = new InsightWorld();
        insight.Schedule();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        EntityReference other = insight.CustomerWithOrders(table);
        Assert.Equal(InsightWorld.Low, InsightWorld.Level(insight.Shown(customer)));
        Entity otherBefore = insight.Shown(other);

        insight.Pass(100);

        Assert.Equal(InsightWorld.High, InsightWorld.Level(insight.Shown(customer)));
        Entity change = insight.ChangesOf(customer)[^1];
        Assert.Equal(InsightWorld.High, InsightWorld.Number(change, "crmx_tolevel"));
        Assert.Equal(1, InsightWorld.Number(change, "crmx_cause"));
        Assert.False(string.IsNullOrEmpty((string)change["crmx_text"]));
        Assert.NotEqual(otherBefore.RowVersion, insight.Shown(other).RowVersion);

        insight.Pass(400);

        Assert.Equal(InsightWorld.Churned, InsightWorld.Number(insight.Shown(customer), "crmx_riskstate"));
        Assert.Null(InsightWorld.Level(insight.Shown(customer)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C10")]
    [Trait("Rule", "C14")]
    public void Reasons_go_up_and_down_with_value_own_past_and_mean_and_the_rule_says_that_it_is_one(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(94));
        insight.Assess(customer);

        string text = (string)insight.Shown(customer)["crmx_riskreasons"];
        Assert.Contains("orders every 30 days, silent for 94 days", text);
        Assert.Contains("rule, because no model is trained yet", text);
        Assert.Equal(2, InsightWorld.Number(insight.Shown(customer), "crmx_riskbasis"));
        Assert.InRange(insight.ReasonsOf(customer).Count, 2, 4);
        Assert.Contains(insight.ReasonsOf(customer), row => (bool)row["crmx_raisesrisk"]);
        Entity silence = insight.ReasonsOf(customer).Single(row => (string)row["crmx_code"] == "Silence");
        Assert.Equal(["94", "30"], [(string)silence["crmx_value"], (string)silence["crmx_ownpast"]]);
        Assert.NotNull(silence["crmx_segmentmean"]);

        insight.Order(customer, 20m);
        Assert.Contains(insight.ReasonsOf(customer), row => !(bool)row["crmx_raisesrisk"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C25")]
    public void Whoever_disagrees_is_heard_until_a_day(string table)
    {
        using var insight = new InsightWorld();
        insight.Schedule();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.Pass(80);
        Assert.Equal(InsightWorld.High, InsightWorld.Level(insight.Shown(customer)));
        DateTime until = insight.Today.AddDays(20);

        insight.Admin.Update(new Entity(table, customer.Id)
        {
            ["crmx_notatriskuntil"] = until, ["crmx_notatriskreason"] = "rebuilding the shop",
        });
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(InsightWorld.Low, InsightWorld.Level(insight.Shown(customer)));
        Assert.Equal(until.AddDays(1), InsightWorld.Day(insight.Shown(customer), "crmx_highriskon"));
        Assert.Contains("rebuilding the shop", (string)insight.Shown(customer)["crmx_riskreasons"]);
        Assert.DoesNotContain(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        insight.World.Clock.Advance(until.AddDays(1) - insight.Today);
        Assert.Contains(customer.Id, insight.View(table, InsightWorld.AtRisk(table)));
        insight.Pass(1);
        Assert.Equal(InsightWorld.High, InsightWorld.Level(insight.Shown(customer)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C21")]
    [Trait("Rule", "C22")]
    public void Fixed_limits_give_the_same_segment_every_time_and_changed_ones_move_the_customers(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("rfmthresholds", "{\"v\":1,\"r\":[30,90,180,365],\"f\":[1,2,4,8],\"m\":[50,200,1000,5000]}");
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);

        Entity shown = insight.Shown(customer);
        Assert.Equal("543", shown["crmx_rfmscore"]);
        Assert.Equal(0, InsightWorld.Number(shown, "crmx_rfmsegment"));
        Assert.Equal("C", ((string)shown["crmx_valuesegment"])[..1]);

        OrganizationResponse preview = insight.Admin.Execute(new OrganizationRequest("crmx_PreviewThresholds")
        {
            ["Settings"] = new Entity(InsightWorld.Settings) { ["crmx_revenuea"] = 400m, ["crmx_revenueb"] = 100m },
        });
        Assert.Contains("\"from\":\"Champions C", (string)preview["SegmentList"]);
        Assert.Contains("\"to\":\"Champions A", (string)preview["SegmentList"]);
        Assert.Equal(0, preview["Moved"]);

        insight.Set(
            KeyValuePair.Create<string, object>("revenuea", 400m),
            KeyValuePair.Create<string, object>("revenueb", 100m));
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal("A", ((string)insight.Shown(customer)["crmx_valuesegment"])[..1]);
    }
}
