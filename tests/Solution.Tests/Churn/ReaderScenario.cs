using System;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>
/// Whoever may not read a customer learns nothing of its risk from our tables either; whoever may read it learns
/// everything from the customer's row and the calls.
/// </summary>
public sealed class ReaderScenario
{
    private static readonly string[] Tables =
        [InsightWorld.Insight, InsightWorld.Reason, InsightWorld.Change, "crmx_winback", "crmx_recommendation"];

    [Theory]
    [InlineData("CrmExtensions Reader", "account")]
    [InlineData("CrmExtensions Reader", "contact")]
    [InlineData("CrmExtensions Loyalty Clerk", "account")]
    [InlineData("CrmExtensions Loyalty Clerk", "contact")]
    public void A_user_reads_the_rows_of_his_own_customers_and_no_others(string role, string table)
    {
        using var insight = new InsightWorld();
        insight.World.Dataverse.AddRole(
            "Seller of his own", PrivilegeDepth.Basic, "prvReadAccount", "prvReadContact", "prvReadActivity");
        EntityReference user = insight.World.ProduceUser(role, "Seller of his own");
        EntityReference other = Known(insight, table, null), own = Known(insight, table, user);
        IOrganizationService seller = insight.World.Dataverse.Connect(user.Id);

        foreach (string each in Tables)
        {
            DataCollection<Entity> seen = seller.RetrieveMultiple(
                new QueryExpression(each) { ColumnSet = new ColumnSet(true) }).Entities;
            Assert.NotEmpty(seen);
            Assert.All(seen, row => Assert.Equal(user, row["ownerid"]));
            Assert.True(insight.All(each).Count > seen.Count, each);
        }

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => seller.Retrieve(InsightWorld.Insight, insight.InsightOf(other).Id, new ColumnSet("crmx_history")));
        Assert.Contains("ReadAccess", refused.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<FaultException>(() => insight.Risk(other, seller));
        Assert.Equal(3, insight.Risk(own, seller)["Level"]);
    }

    [Fact]
    [Trait("Rule", "C17")]
    public void Whoever_reads_all_customers_sees_views_groups_and_answers_of_all_of_them()
    {
        using var insight = new InsightWorld();
        EntityReference buyer = insight.CustomerWithOrders("contact", 10);
        EntityReference daughter = Known(insight, "account", null), top = Known(insight, "account", null);
        insight.Admin.Update(new Entity("account", daughter.Id) { ["parentaccountid"] = top });
        insight.Admin.Update(new Entity("contact", buyer.Id) { ["parentcustomerid"] = daughter });
        IOrganizationService clerk = insight.UserWith("CrmExtensions Loyalty Clerk");

        OrganizationResponse risk = insight.Risk(top, clerk);

        Assert.Equal(3, risk["GroupCustomers"]);
        Assert.NotEmpty((string[])risk["Reasons"]);
        Entity shown = clerk.Retrieve("account", top.Id, new ColumnSet("crmx_riskreasons", "crmx_highriskon"));
        Assert.Contains("silent for", (string)shown["crmx_riskreasons"]);
        Assert.Contains(top.Id, insight.View("account", InsightWorld.AtRisk("account"), clerk));
        Assert.Empty(clerk.RetrieveMultiple(new QueryExpression(InsightWorld.Insight)).Entities);
    }

    [Fact]
    [Trait("Rule", "C17")]
    public void A_group_has_nothing_of_customers_whom_the_caller_may_not_read()
    {
        using var insight = new InsightWorld();
        insight.World.Dataverse.AddRole(
            "Seller of his own", PrivilegeDepth.Basic, "prvReadAccount", "prvReadContact", "prvReadActivity");
        EntityReference user = insight.World.ProduceUser("CrmExtensions Reader", "Seller of his own");
        EntityReference top = Known(insight, "account", user), daughter = Known(insight, "account", null);
        insight.Admin.Update(new Entity("account", daughter.Id) { ["parentaccountid"] = top });

        Assert.Equal(1, insight.Risk(top, insight.World.Dataverse.Connect(user.Id))["GroupCustomers"]);
        Assert.Equal(2, insight.Risk(top)["GroupCustomers"]);
    }

    [Fact]
    public void A_supervisor_reads_everything_that_is_known_of_risk()
    {
        using var insight = new InsightWorld();
        Known(insight, "account", null);
        IOrganizationService supervisor = insight.UserWith("CrmExtensions Loyalty Supervisor");

        Assert.All(Tables, each => Assert.Equal(
            insight.All(each).Count, supervisor.RetrieveMultiple(new QueryExpression(each)).Entities.Count));
    }

    /// <summary>A customer at high risk with everything that we write about one.</summary>
    private static EntityReference Known(InsightWorld insight, string table, EntityReference? owner)
    {
        insight.Set("untreatedpercent", 0);
        EntityReference customer = insight.World.ProduceCustomer(table);
        if (owner is not null) insight.Admin.Update(new Entity(table, customer.Id) { ["ownerid"] = owner });
        for (int order = 0; order < 4; order++)
        {
            insight.World.Clock.Advance(TimeSpan.FromDays(30));
            insight.Order(customer, 100m);
        }

        insight.World.Clock.Advance(TimeSpan.FromDays(80));
        insight.Assess(customer);
        OrganizationRequest start = InsightWorld.About(customer, "crmx_StartWinBack");
        start["RequestId"] = "r";
        insight.Admin.Execute(start);
        insight.Admin.Create(new Entity("crmx_recommendation")
        {
            ["crmx_name"] = "Lamp", ["crmx_customerid"] = customer,
        });
        insight.World.Dataverse.RunAsyncJobs();
        return customer;
    }
}
