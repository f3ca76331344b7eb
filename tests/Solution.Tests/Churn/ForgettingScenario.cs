using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>What has to go goes whatever else is set, merged or written elsewhere.</summary>
[Trait("Rule", "C23")]
public sealed class ForgettingScenario
{
    private const int Objected = 2, NotObjected = 1;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_pause_holds_up_assessing_but_no_objection(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.Set("ispaused", true);
        insight.World.Dataverse.RunAsyncJobs();

        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Empty(insight.InsightsOf(customer));
        Assert.Empty(insight.All(InsightWorld.Reason));
        Assert.DoesNotContain(insight.ChangesOf(customer), row => row.Contains("crmx_text"));
    }

    [Fact]
    [Trait("Rule", "C12")]
    public void Settings_that_pause_move_nobody_until_the_pause_is_over()
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(70));
        insight.Assess(customer);
        int? level = InsightWorld.Level(insight.Shown(customer));

        insight.Set(
            KeyValuePair.Create<string, object>("ispaused", true),
            KeyValuePair.Create<string, object>("rulemedium", 5m), KeyValuePair.Create<string, object>("rulehigh", 6m),
            KeyValuePair.Create<string, object>("rulechurned", 9m));
        insight.World.Dataverse.RunAsyncJobs();
        Assert.NotEqual(InsightWorld.Low, level);
        Assert.Equal(level, InsightWorld.Level(insight.Shown(customer)));

        insight.Set("ispaused", false);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.Equal(InsightWorld.Low, InsightWorld.Level(insight.Shown(customer)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P07")]
    public void An_objection_survives_a_merge_and_is_withdrawn_on_the_row_that_stayed(string table)
    {
        using var insight = new InsightWorld();
        EntityReference kept = insight.CustomerWithOrders(table, 30);
        EntityReference objecting = insight.CustomerWithOrders(table, 20);
        insight.Say(objecting, Objected);
        insight.World.Dataverse.RunAsyncJobs();

        Merge(insight, kept, objecting);

        Assert.Empty(insight.All(InsightWorld.Insight));
        Assert.False(insight.Shown(kept).Contains("crmx_orderscounted"));
        Assert.Equal(InsightWorld.Objected, InsightWorld.Number(insight.Shown(kept), "crmx_riskstate"));

        insight.World.Clock.Advance(TimeSpan.FromDays(1));
        insight.Say(kept, NotObjected);
        insight.World.Dataverse.RunAsyncJobs();
        insight.Assess(objecting);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.Equal(4, insight.Shown(kept)["crmx_orderscounted"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_task_of_a_win_back_goes_with_its_reasons(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("untreatedpercent", 0);
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(80));
        OrganizationRequest start = InsightWorld.About(customer, "crmx_StartWinBack");
        start["RequestId"] = "r";
        insight.Admin.Execute(start);
        Assert.Contains("silent for 80 days", (string)Assert.Single(insight.All("task"))["description"]);

        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Empty(insight.All("task"));
        Assert.Empty(insight.All("crmx_winback"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Each_objection_has_one_proof_also_if_a_step_broke_off_before_it(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);
        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();
        insight.Admin.Delete(InsightWorld.Change, Assert.Single(insight.ChangesOf(customer)).Id);

        insight.Assess(customer);
        insight.World.Clock.Advance(TimeSpan.FromDays(1));
        insight.Assess(customer);
        Assert.Single(insight.ChangesOf(customer));

        insight.Say(customer, NotObjected);
        insight.World.Clock.Advance(TimeSpan.FromDays(1));
        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();
        insight.Assess(customer);
        Assert.Equal(
            [4, 4], insight.ChangesOf(customer).Select(change => InsightWorld.Number(change, "crmx_cause")));
    }

    [Fact]
    public void A_long_log_goes_at_once_and_only_the_proof_stays()
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", 30);
        for (int change = 0; change < 1100; change++)
        {
            insight.Admin.Create(new Entity(InsightWorld.Change)
            {
                ["crmx_name"] = "x", ["crmx_customerid"] = customer, ["crmx_text"] = "silent for 80 days",
                ["crmx_changedon"] = insight.Today, ["crmx_cause"] = new OptionSetValue(Crmx.FirstOption),
            });
        }

        insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(4, InsightWorld.Number(Assert.Single(insight.ChangesOf(customer)), "crmx_cause"));
    }

    [Theory]
    [InlineData("account", "name")]
    [InlineData("contact", "lastname")]
    [Trait("Rule", "L56")]
    public void The_log_of_whoever_was_erased_names_nobody(string table, string column)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30);
        string name = (string)insight.Shown(customer)[column];

        insight.Admin.Execute(InsightWorld.About(customer, "crmx_ForgetCustomer"));
        insight.World.Dataverse.RunAsyncJobs();

        Assert.DoesNotContain(
            insight.All(InsightWorld.Change),
            row => ((string)row["crmx_name"]).Contains(name, StringComparison.Ordinal));
    }

    private static void Merge(InsightWorld insight, EntityReference kept, EntityReference gaveWay)
    {
        insight.Admin.Execute(new MergeRequest
        {
            Target = kept,
            SubordinateId = gaveWay.Id,
            UpdateContent = new Entity(kept.LogicalName),
            PerformParentingChecks = false,
        });
        insight.World.Dataverse.RunAsyncJobs();
    }
}
