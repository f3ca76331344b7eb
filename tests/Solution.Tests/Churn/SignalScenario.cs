using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Feedback, invoices and cases move the risk dates, each with a bounded weight that reasons show.</summary>
public sealed class SignalScenario
{
    private const int Survey = 0, Complaint = 1;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C16")]
    public void Complaints_and_a_low_nps_bring_the_dates_forward_and_resolving_brings_them_back(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        DateTime calm = High(insight, customer);

        Guid complaint = Feedback(insight, customer, Complaint, null);
        Feedback(insight, customer, Survey, 3);
        DateTime upset = High(insight, customer);

        Assert.True(upset < calm, $"{upset:d} before {calm:d}");
        string text = (string)insight.Shown(customer)["crmx_riskreasons"];
        Assert.Contains("one open complaint", text);
        Assert.Contains("NPS 3", text);
        Assert.Equal(3, insight.Shown(customer)["crmx_lastnps"]);

        insight.Admin.Update(new Entity("crmx_feedback", complaint) { ["crmx_resolved"] = true });
        insight.World.Dataverse.RunAsyncJobs();
        DateTime better = High(insight, customer);
        Assert.InRange(better, upset.AddDays(1), calm.AddDays(-1));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C16")]
    public void Weights_are_bounded_and_are_settings(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        DateTime calm = High(insight, customer);
        for (int count = 0; count < 3; count++) Feedback(insight, customer, Complaint, null);
        DateTime three = High(insight, customer);
        for (int count = 0; count < 9; count++) Feedback(insight, customer, Complaint, null);

        Assert.Equal(three, High(insight, customer));

        insight.Set("complaintweight", 0m);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.Equal(calm, High(insight, customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C16")]
    public void An_invoice_counts_from_the_day_on_which_it_is_overdue(string table)
    {
        using var insight = new InsightWorld();
        insight.Schedule();
        EntityReference customer = insight.CustomerWithOrders(table, 60, 60, 60);
        DateTime calm = High(insight, customer);
        insight.Admin.Create(new Entity("invoice")
        {
            ["name"] = "Due", ["customerid"] = customer, ["duedate"] = insight.Today.AddDays(5),
        });
        insight.Assess(customer);
        Assert.Equal(calm, High(insight, customer));

        insight.Pass(7);

        Assert.True(High(insight, customer) < calm);
        Assert.Contains("one overdue invoice", (string)insight.Shown(customer)["crmx_riskreasons"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C16")]
    public void Cases_count_where_the_environment_has_them(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        DateTime calm = High(insight, customer);
        Cases.Install(insight.Admin, table);
        insight.Assess(customer);
        Assert.Equal(calm, High(insight, customer));

        Cases.Open(insight.Admin, customer, priority: 1, escalated: false);
        Cases.Open(insight.Admin, customer, priority: 2, escalated: true);
        Cases.Open(insight.Admin, customer, priority: 2, escalated: false);
        insight.Assess(customer);

        Assert.True(High(insight, customer) < calm);
        string text = (string)insight.Shown(customer)["crmx_riskreasons"];
        Assert.Contains("one escalated case", text);
        Assert.Contains("one open case of high priority", text);
        Assert.DoesNotContain(insight.World.Dataverse.Steps, step => step.Table == "incident");
    }

    private static DateTime High(InsightWorld insight, EntityReference customer) =>
        InsightWorld.Day(insight.Shown(customer), "crmx_highriskon")!.Value;

    private static Guid Feedback(InsightWorld insight, EntityReference customer, int kind, int? score)
    {
        var row = new Entity("crmx_feedback")
        {
            ["crmx_name"] = "Feedback",
            ["crmx_customerid"] = customer,
            ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption + kind),
            ["crmx_receivedon"] = insight.World.Clock.GetUtcNow().UtcDateTime,
        };
        if (score is { } answer) row["crmx_score"] = answer;
        Guid id = insight.Admin.Create(row);
        insight.World.Dataverse.RunAsyncJobs();
        return id;
    }
}
