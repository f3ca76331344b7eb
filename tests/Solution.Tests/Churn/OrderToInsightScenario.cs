using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Dataverse.Local.Sales;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tracing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>An order reaches the customer's row: statistics, state, level, dates and reasons.</summary>
public sealed class OrderToInsightScenario
{
    [Theory]
    [MemberData(nameof(OrderToBalanceScenario.CustomersAndWaysToClose), MemberType = typeof(OrderToBalanceScenario))]
    [Trait("Rule", "C18")]
    [Trait("Rule", "P09")]
    public void A_fulfilled_order_is_counted_once(string table, bool raisesUpdate, bool activityFirst)
    {
        using var insight = new InsightWorld(new LocalDataverseOptions
        {
            Sales = new SalesOptions { RaiseUpdateOnClose = raisesUpdate, ActivityBeforeState = activityFirst },
        });
        EntityReference customer = insight.World.ProduceCustomer(table);

        insight.Order(customer, 60m);

        Entity shown = insight.Shown(customer);
        Assert.Equal(1, shown["crmx_orderscounted"]);
        Assert.Equal(60m, shown["crmx_totalspend"]);
        Assert.Equal(insight.Today, InsightWorld.Day(shown, "crmx_lastorderon"));
        Assert.Equal(InsightWorld.New, InsightWorld.Number(shown, "crmx_riskstate"));
        Assert.Null(InsightWorld.Level(shown));
        Assert.Single(insight.InsightsOf(customer));
        Assert.Single(insight.ChangesOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C18")]
    public void The_save_itself_sends_no_request_for_it_and_a_second_refresh_writes_nothing(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30);
        EntityReference order = insight.World.ProduceOrder(customer, 10m);
        insight.World.Dataverse.RunAsyncJobs();
        insight.World.Dataverse.Requests.Reset();

        OperationTrace saved = insight.World.Dataverse.Trace(() => insight.World.Fulfil(order));
        Assert.DoesNotContain("crmx_customerinsight", saved.ToString(), StringComparison.Ordinal);

        insight.World.Dataverse.RunAsyncJobs();
        Entity before = insight.InsightOf(customer);
        insight.Admin.Create(LoyaltyWorld.CloseOf(order));
        insight.World.Dataverse.Requests.Reset();
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(before.RowVersion, insight.InsightOf(customer).RowVersion);
        Assert.DoesNotContain(
            insight.World.Dataverse.Requests.ByMessage(RequestOrigin.Job).Keys,
            message => message is "Create" or "Update" or "Delete");
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C01")]
    public void Risk_follows_the_own_rhythm(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("datasince", new DateTime(2020, 1, 1));
        EntityReference rare = insight.CustomerWithOrders(table, 180, 180, 180);
        EntityReference monthly = insight.CustomerWithOrders(table, 30, 30, 30, 30, 30);
        DateTime last = insight.Today;

        Entity often = insight.Shown(monthly), seldom = insight.Shown(rare);

        Assert.InRange(InsightWorld.Day(often, "crmx_highriskon")!.Value, last.AddDays(45), last.AddDays(85));
        Assert.InRange(
            InsightWorld.Day(seldom, "crmx_mediumriskon")!.Value, last.AddDays(-150 + 200), last.AddDays(-150 + 300));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C07")]
    [Trait("Rule", "C08")]
    public void A_return_lowers_the_value_and_a_cancelled_order_never_was(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);
        DateTime second = insight.Today;
        insight.World.Clock.Advance(TimeSpan.FromDays(20));
        EntityReference third = insight.Order(customer, 50m);
        insight.World.Clock.Advance(TimeSpan.FromDays(3));
        insight.Order(customer, -40m);

        Entity withReturn = insight.Shown(customer);
        Assert.Equal(3, withReturn["crmx_orderscounted"]);
        Assert.Equal(210m, withReturn["crmx_totalspend"]);
        Assert.Equal(second.AddDays(20), InsightWorld.Day(withReturn, "crmx_lastorderon"));

        insight.Admin.Update(new Entity(third.LogicalName, third.Id)
        {
            ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1),
        });
        insight.World.Cancel(third);
        insight.World.Dataverse.RunAsyncJobs();

        Entity cancelled = insight.Shown(customer);
        Assert.Equal(2, cancelled["crmx_orderscounted"]);
        Assert.Equal(160m, cancelled["crmx_totalspend"]);
        Assert.Equal(second, InsightWorld.Day(cancelled, "crmx_lastorderon"));
        Assert.Equal(30m, cancelled["crmx_meandaysbetweenorders"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_order_that_moves_to_another_customer_takes_its_days_along(string table)
    {
        using var insight = new InsightWorld();
        EntityReference one = insight.CustomerWithOrders(table, 30);
        EntityReference other = insight.World.ProduceCustomer(table);
        EntityReference order = insight.Order(one, 70m);
        Assert.Equal(3, insight.Shown(one)["crmx_orderscounted"]);

        insight.Admin.Delete(order.LogicalName, order.Id);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.Equal(2, insight.Shown(one)["crmx_orderscounted"]);
        Assert.Empty(insight.InsightsOf(other));
    }
}
