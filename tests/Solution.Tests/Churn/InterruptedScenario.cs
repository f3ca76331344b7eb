using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local;
using Dataverse.Local.Limits;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Trainings, slices and refreshes that are given up, break off or meet what nobody expected.</summary>
public sealed class InterruptedScenario
{
    [Fact]
    public void A_customer_whom_no_code_can_read_does_not_stop_those_behind_it()
    {
        using var insight = new InsightWorld();
        EntityReference[] customers =
        [
            insight.CustomerWithOrders("account", 30, 30), insight.CustomerWithOrders("account", 30, 30),
        ];
        EntityReference first = customers.OrderBy(each => each.Id.ToString("N"), StringComparer.Ordinal).First();
        EntityReference second = customers.Single(each => each.Id != first.Id);
        Entity broken = insight.InsightOf(first);
        insight.Admin.Update(new Entity(broken.LogicalName, broken.Id)
        {
            ["crmx_history"] = $"2024-01-01:{decimal.MaxValue};2024-01-02:{decimal.MaxValue}",
        });

        insight.Set("horizondays", 60);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(1, insight.InsightOf(second)["crmx_settingsversion"]);
        Assert.Contains("job-item-failed", insight.World.OpenFindings());
    }

    [Fact]
    [Trait("Rule", "P05")]
    [Trait("Rule", "C09")]
    public void More_lines_than_the_platform_adds_up_cost_the_warning_and_not_the_assessment()
    {
        using var insight = new InsightWorld(
            new LocalDataverseOptions { Limits = new PlatformLimits { AggregateRows = 8 } });
        EntityReference customer = insight.World.ProduceCustomer("account");
        for (int order = 0; order < 3; order++)
        {
            insight.World.Clock.Advance(TimeSpan.FromDays(30));
            insight.World.Fulfil(insight.World.ProduceOrder(customer, 1m, 2m, 3m, 4m));
            insight.World.Dataverse.RunAsyncJobs();
        }

        Assert.Equal(3, insight.Shown(customer)["crmx_orderscounted"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    [Trait("Rule", "C18")]
    public void The_sweep_finds_the_second_order_of_a_day_too(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);
        Entity before = insight.InsightOf(customer);
        insight.World.Clock.Advance(TimeSpan.FromMinutes(1));
        insight.Order(customer, 50m);
        insight.Admin.Update(new Entity(before.LogicalName, before.Id)
        {
            ["crmx_history"] = before["crmx_history"],
            ["crmx_orderscounted"] = before["crmx_orderscounted"],
            ["crmx_refreshedon"] = before["crmx_refreshedon"],
        });
        insight.Admin.Update(new Entity(table, customer.Id) { ["crmx_orderscounted"] = 2 });

        insight.Schedule();
        insight.World.RunDueWork();
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(3, insight.Shown(customer)["crmx_orderscounted"]);
    }
}
