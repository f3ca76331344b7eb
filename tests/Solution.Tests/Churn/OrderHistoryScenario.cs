using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Jobs;
using CrmExtensions.Solution.Tests.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Dataverse.Local;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>What orders of any past do: categories that end, imports past our steps, long histories.</summary>
public sealed class OrderHistoryScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C09")]
    public void A_category_that_ends_while_the_total_stays_is_a_warning(string table)
    {
        using var insight = new InsightWorld();
        EntityReference ink = Family(insight, "Ink"), paper = Family(insight, "Paper");
        EntityReference black = insight.World.ProduceProduct(ink), white = insight.World.ProduceProduct(paper);
        EntityReference customer = insight.World.ProduceCustomer(table);
        for (int month = 0; month < 6; month++) Order(insight, customer, black, white);
        Assert.False(insight.Shown(customer).Contains("crmx_categorywarning"));
        for (int month = 0; month < 6; month++) Order(insight, customer, white, white);

        string warning = (string)insight.Shown(customer)["crmx_categorywarning"];

        Assert.Contains("no more Ink", warning);
        Assert.DoesNotContain("Paper", warning);
        Assert.Equal(InsightWorld.Low, InsightWorld.Level(insight.Shown(customer)));

        for (int month = 0; month < 6; month++) Order(insight, customer, black, white);
        Assert.False(insight.Shown(customer).Contains("crmx_categorywarning"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    [Trait("Rule", "C18")]
    public void What_the_step_did_not_count_the_sweep_finds(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);
        Entity stored = insight.InsightOf(customer);
        insight.Admin.Delete(stored.LogicalName, stored.Id);
        Entity gone = new(table, customer.Id) { ["crmx_orderscounted"] = 7 };
        insight.Admin.Update(gone);

        insight.Schedule();
        insight.World.RunDueWork();
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(2, insight.Shown(customer)["crmx_orderscounted"]);
        Assert.Single(insight.InsightsOf(customer));
        Assert.DoesNotContain("job-item-failed", insight.World.OpenFindings());
        Assert.Equal(2, InsightWorld.Number(insight.All("crmx_jobslice").Single(slice =>
            ((string)slice["crmx_name"]).StartsWith("Orders not counted", StringComparison.Ordinal)), "crmx_state"));
    }

    [Fact]
    [Trait("Rule", "C18")]
    [Trait("Rule", "P05")]
    public void The_hundredth_order_costs_as_many_requests_as_the_tenth()
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", [.. Enumerable.Repeat(3, 9)]);
        long tenth = CostOf(insight, customer);
        for (int order = 0; order < 88; order++) insight.World.FulfilledOrder(customer, 5m);
        insight.World.Dataverse.RunAsyncJobs();

        long hundredth = CostOf(insight, customer);

        Assert.Equal(tenth, hundredth);
        Assert.InRange(hundredth, 5, 14);
        Assert.Equal(100, insight.Shown(customer)["crmx_orderscounted"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P05")]
    public void More_days_than_a_page_holds_are_all_counted(string table)
    {
        using var insight = new InsightWorld(
            new LocalDataverseOptions { Limits = new PlatformLimits { PageRows = 5 } });
        DateTime first = insight.Today;
        EntityReference customer = insight.CustomerWithOrders(table, [.. Enumerable.Repeat(10, 10)]);
        insight.Order(customer, -30m);

        Entity shown = insight.Shown(customer);
        Assert.Equal(11, shown["crmx_orderscounted"]);
        Assert.Equal(1070m, shown["crmx_totalspend"]);
        Assert.Equal(first, InsightWorld.Day(shown, "crmx_firstorderon"));
        Assert.Equal(insight.Today, InsightWorld.Day(shown, "crmx_lastorderon"));
        Assert.Equal(11, insight.InsightOf(customer)["crmx_orderdays"]);
    }

    private static long CostOf(InsightWorld insight, EntityReference customer)
    {
        insight.World.Clock.Advance(TimeSpan.FromDays(3));
        insight.Admin.Create(new Entity("crmx_feedback")
        {
            ["crmx_name"] = "Other",
            ["crmx_customerid"] = customer,
            ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption + 3),
        });
        insight.World.Dataverse.RunAsyncJobs();
        insight.World.FulfilledOrder(customer, 5m);
        insight.World.Dataverse.Requests.Reset();
        insight.World.Dataverse.RunAsyncJobs();
        return insight.World.Dataverse.Requests.Of(RequestOrigin.Job);
    }

    private static EntityReference Family(InsightWorld insight, string name)
    {
        EntityReference family = insight.World.ProduceFamily();
        insight.Admin.Update(new Entity("product", family.Id) { ["name"] = name });
        return family;
    }

    private static void Order(InsightWorld insight, EntityReference customer, params EntityReference[] products)
    {
        insight.World.Clock.Advance(TimeSpan.FromDays(30));
        EntityReference order = insight.World.ProduceOrder(customer);
        foreach (EntityReference product in products) insight.World.AddLine(order, product, 50m);
        insight.World.Fulfil(order);
        insight.World.Dataverse.RunAsyncJobs();
    }
}
