using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Training in slices inside the environment, its gate, and what it does to the customers.</summary>
public sealed class TrainingScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C13")]
    [Trait("Rule", "C15")]
    public void A_training_in_slices_gives_what_the_domain_gives_for_the_same_orders(string table)
    {
        using var insight = new InsightWorld();
        IReadOnlyList<IReadOnlyList<OrderFact>> orders = insight.Population(table, 400);

        Guid run = insight.Train();

        Entity row = insight.All(InsightWorld.Model).Single(model => model.Id == run);
        Assert.Equal(1, InsightWorld.Number(row, "crmx_state"));
        Assert.True((bool)row["crmx_isactive"]);
        Assert.False(row.Contains("crmx_progress"));
        var tally = new TrainingTally(
            Day.Of((DateTime)row["crmx_windowfrom"]), Day.Of((DateTime)row["crmx_windowto"]), 90);
        foreach (IReadOnlyList<OrderFact> customer in orders) tally.Add(customer);
        ModelRun expected = tally.Train();
        Assert.Equal(expected.ToJson(), row["crmx_parameters"]);
        Assert.Equal(GateVerdict.Passed, expected.Verdict);
        Assert.Equal((int)expected.Verdict, InsightWorld.Number(row, "crmx_gate"));
        Assert.Equal(Math.Round((decimal)expected.Backtest!.AucOfProbability, 4), row["crmx_auc"]);
        Assert.InRange((decimal)row["crmx_logloss"], 0.01m, (decimal)row["crmx_baselogloss"] - 0.001m);
        Assert.Contains("promised", (string)row["crmx_deciles"]);
        Assert.Equal(expected.Backtest.Customers, row["crmx_testcustomers"]);
    }

    [Fact]
    [Trait("Rule", "C15")]
    [Trait("Rule", "C19")]
    public void A_model_that_passed_speaks_for_everybody_and_a_probability_comes_with_its_sample()
    {
        using var insight = new InsightWorld();
        insight.Population("account", 400);
        Entity before = insight.All(InsightWorld.Insight)[0];

        Guid run = insight.Train();

        IReadOnlyList<Entity> all = insight.All(InsightWorld.Insight);
        Assert.All(all, row => Assert.Equal(run, ((EntityReference)row["crmx_modelrunid"]).Id));
        Entity[] scored = all.Where(row => row.Contains("crmx_orderprobability")).ToArray();
        Assert.NotEmpty(scored);
        Assert.All(scored, row =>
        {
            Assert.Equal(1, InsightWorld.Number(row, "crmx_riskbasis"));
            Assert.InRange((int)row["crmx_samplesize"], 30, 4 * 400);
            Assert.InRange((decimal)row["crmx_orderprobability"], 0m, 1m);
        });
        Assert.NotEqual(before.RowVersion, all.Single(row => row.Id == before.Id).RowVersion);
    }

    [Fact]
    [Trait("Rule", "C14")]
    [Trait("Rule", "C15")]
    public void Too_few_customers_end_in_a_rule_that_says_why_and_in_no_failed_job()
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(5));

        Guid run = insight.Train();

        Entity row = insight.All(InsightWorld.Model).Single(model => model.Id == run);
        Assert.True((bool)row["crmx_isactive"]);
        Assert.NotEqual(0, InsightWorld.Number(row, "crmx_gate"));
        Assert.Equal("the customers do not allow a model", row["crmx_why"]);
        Entity shown = insight.Shown(customer);
        Assert.Equal(2, InsightWorld.Number(shown, "crmx_riskbasis"));
        Assert.Contains("rule, because the customers do not allow a model", (string)shown["crmx_riskreasons"]);
        Assert.False(shown.Contains("crmx_orderprobability"));
        Assert.All(insight.All("crmx_jobslice"), slice => Assert.Equal(2, InsightWorld.Number(slice, "crmx_state")));
    }

    [Fact]
    [Trait("Rule", "C14")]
    public void Without_any_order_a_training_does_nothing()
    {
        using var insight = new InsightWorld();

        Assert.Equal(Guid.Empty, insight.Train());

        Assert.Empty(insight.All(InsightWorld.Model));
    }

    [Fact]
    [Trait("Rule", "C13")]
    [Trait("Rule", "C23")]
    public void Who_objects_is_not_trained_on()
    {
        using var insight = new InsightWorld();
        insight.CustomerWithOrders("account", 30, 30, 30);
        EntityReference objecting = insight.CustomerWithOrders("account", 10, 10, 10);
        insight.Say(objecting, 2);
        insight.World.Clock.Advance(TimeSpan.FromDays(5));
        insight.World.Dataverse.RunAsyncJobs();

        Guid run = insight.Train();

        Assert.Equal(1, insight.All(InsightWorld.Model).Single(model => model.Id == run)["crmx_customers"]);
    }

    [Fact]
    [Trait("Rule", "C12")]
    public void Changed_thresholds_are_previewed_and_then_reach_all_dates_in_slices()
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(100));
        insight.Assess(customer);
        int? level = InsightWorld.Level(insight.Shown(customer));
        var wanted = new Entity(InsightWorld.Settings)
        {
            ["crmx_rulemedium"] = 5m, ["crmx_rulehigh"] = 6m, ["crmx_rulechurned"] = 9m,
        };

        OrganizationResponse preview = insight.Admin.Execute(
            new OrganizationRequest("crmx_PreviewThresholds") { ["Settings"] = wanted });

        Assert.NotEqual(InsightWorld.Low, level);
        Assert.Equal(1, preview["Customers"]);
        Assert.Equal(1, preview["Moved"]);
        Assert.Contains("\"to\":\"Low\"", (string)preview["List"]);
        Assert.Contains(customer.Id.ToString("D"), (string)preview["List"]);
        Assert.Equal(level, InsightWorld.Level(insight.Shown(customer)));

        insight.Set(
            KeyValuePair.Create<string, object>("rulemedium", 5m), KeyValuePair.Create<string, object>("rulehigh", 6m),
            KeyValuePair.Create<string, object>("rulechurned", 9m));
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(InsightWorld.Low, InsightWorld.Level(insight.Shown(customer)));
        Assert.Equal(1, insight.All(InsightWorld.Settings).Single()["crmx_version"]);
        Assert.Equal(1, insight.InsightOf(customer)["crmx_settingsversion"]);
    }

    [Fact]
    [Trait("Rule", "P12")]
    public void Settings_that_do_not_fit_are_refused_in_german_and_no_row_comes_with_the_solution()
    {
        using var insight = new InsightWorld();
        Assert.Empty(insight.All(InsightWorld.Settings));
        EntityReference administrator = insight.World.ProduceUser("CrmExtensions Loyalty Administrator");
        insight.World.SetLanguage(administrator, 1031);
        IOrganizationService german = insight.World.Dataverse.Connect(administrator.Id);

        Exception refused = Assert.ThrowsAny<Exception>(() => german.Create(
            new Entity(InsightWorld.Settings) { ["crmx_name"] = "x", ["crmx_highthreshold"] = 0.9m }));

        Assert.Contains("Diese Einstellungen passen nicht zusammen", refused.Message);
    }
}
