using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Concurrency;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>
/// Trainings that are given up, meet each other or cannot read a customer: no model is of some of the customers.
/// </summary>
[Trait("Rule", "C13")]
public sealed class InterruptedTrainingScenario
{
    private const int Collecting = 0, Done = 1, Abandoned = 2;

    [Fact]
    public void A_second_training_gives_the_first_one_up_and_is_not_ended_by_its_slices()
    {
        using var insight = new InsightWorld();
        TwoCustomers(insight);
        Guid first = Begin(insight);
        Entity far = insight.All("crmx_jobslice").Single(Trains);
        insight.Admin.Update(new Entity(far.LogicalName, far.Id)
        {
            ["crmx_cursorfrom"] = far.GetAttributeValue<string>("crmx_cursorfrom") + "g",
        });
        insight.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Guid second = insight.Train();

        Assert.Equal(Abandoned, StateOf(insight, first));
        Assert.Equal(Done, StateOf(insight, second));
        Assert.Equal(2, Run(insight, second)["crmx_customers"]);
        Assert.True((bool)Run(insight, second)["crmx_isactive"]);
    }

    [Fact]
    public void A_page_that_nobody_can_add_up_leaves_the_model_before_in_use()
    {
        using var insight = new InsightWorld();
        EntityReference customer = TwoCustomers(insight);
        Guid before = insight.Train();
        Entity healthy = insight.InsightOf(customer);
        insight.Admin.Update(new Entity(healthy.LogicalName, healthy.Id)
        {
            ["crmx_history"] = $"2024-01-01:{decimal.MaxValue};2024-01-02:{decimal.MaxValue}",
        });
        insight.World.Clock.Advance(TimeSpan.FromMinutes(1));

        Guid broken = insight.Train();

        Assert.Equal(Collecting, StateOf(insight, broken));
        Assert.False((bool)Run(insight, broken)["crmx_isactive"]);
        Assert.True((bool)Run(insight, before)["crmx_isactive"]);
        Assert.Contains("job-item-failed", insight.World.OpenFindings());

        insight.Admin.Update(new Entity(healthy.LogicalName, healthy.Id)
        {
            ["crmx_history"] = healthy["crmx_history"],
        });
        insight.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Guid healed = insight.Train();

        Assert.Equal(Abandoned, StateOf(insight, broken));
        Assert.Equal(healed, insight.All(InsightWorld.Model).Single(run => (bool)run["crmx_isactive"]).Id);
    }

    [Fact]
    public void Two_trainings_that_begin_at_once_end_as_one()
    {
        using var file = new TemporaryFile();
        using var insight = new InsightWorld(new LocalDataverseOptions { Path = file.Path });
        TwoCustomers(insight);
        insight.Schedule();

        Exception[] refused = AtOnce.Run(2, () => insight.World.Dataverse.Connect()
            .Execute(new OrganizationRequest("crmx_TrainChurn")));
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Empty(refused);
        Assert.Equal(
            [Done, Abandoned],
            insight.All(InsightWorld.Model).Select(run => InsightWorld.Number(run, "crmx_state")).Order());
        Assert.Equal(2, insight.All(InsightWorld.Model).Single(run => (bool)run["crmx_isactive"])["crmx_customers"]);
    }

    [Fact]
    public void The_row_of_the_job_is_written_before_a_training_under_way_is_looked_for()
    {
        using var insight = new InsightWorld();
        TwoCustomers(insight);
        insight.Schedule();

        string traced = insight.World.Dataverse.Trace(() => Begin(insight)).ToString();

        int locked = traced.IndexOf("Update crmx_job", StringComparison.Ordinal);
        int looked = traced.IndexOf("RetrieveMultiple " + InsightWorld.Model, StringComparison.Ordinal);
        Assert.InRange(locked, 0, looked);
    }

    private static EntityReference TwoCustomers(InsightWorld insight)
    {
        insight.CustomerWithOrders("account", 30, 30);
        EntityReference customer = insight.CustomerWithOrders("account", 10, 10);
        insight.World.Clock.Advance(TimeSpan.FromDays(5));
        return customer;
    }

    private static Guid Begin(InsightWorld insight) =>
        (Guid)insight.Admin.Execute(new OrganizationRequest("crmx_TrainChurn"))["ModelRunId"];

    private static Entity Run(InsightWorld insight, Guid id) =>
        insight.All(InsightWorld.Model).Single(model => model.Id == id);

    private static int StateOf(InsightWorld insight, Guid id) => InsightWorld.Number(Run(insight, id), "crmx_state");

    private static bool Trains(Entity slice) =>
        ((string)slice["crmx_name"]).StartsWith("Training", StringComparison.Ordinal);
}
