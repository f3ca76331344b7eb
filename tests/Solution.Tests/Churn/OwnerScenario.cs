using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>What is known of a customer belongs to whom the customer belongs, from the start and for ever.</summary>
public sealed class OwnerScenario
{
    private const string Reader = "CrmExtensions Reader";

    private static readonly string[] Tables =
    [
        InsightWorld.Insight, InsightWorld.Reason, InsightWorld.Change, "crmx_winback", Crmx.Member,
        "crmx_recommendation",
    ];

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_first_rows_belong_to_the_customers_owner_before_any_job_runs(string table)
    {
        using var insight = new InsightWorld();
        EntityReference owner = Owner(insight);
        EntityReference customer = insight.World.ProduceCustomer(table);
        Hand(insight, customer, owner);
        insight.World.FulfilledOrder(customer, 10m);

        insight.Assess(customer);

        Assert.Equal(owner, insight.InsightOf(customer)["ownerid"]);
        Assert.Equal(owner, Assert.Single(insight.ChangesOf(customer))["ownerid"]);
        Assert.All(insight.ReasonsOf(customer), row => Assert.Equal(owner, row["ownerid"]));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    public void All_rows_go_with_their_customer_to_a_new_owner(string table, bool byAssign)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Known(insight, table, Owner(insight));
        EntityReference next = Owner(insight);

        if (byAssign) insight.Admin.Execute(new AssignRequest { Target = customer, Assignee = next });
        else Hand(insight, customer, next);
        insight.World.Dataverse.RunAsyncJobs();

        Assert.All(Tables, each => Assert.All(insight.All(each), row => Assert.Equal(next, row["ownerid"])));
        Assert.Empty(Failed(insight));

        insight.Order(customer, 5m);
        Assert.All(insight.All(InsightWorld.Change), row => Assert.Equal(next, row["ownerid"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void What_a_new_owner_cannot_read_leaves_the_old_one_and_belongs_to_SYSTEM(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Known(insight, table, Owner(insight));
        EntityReference blind = insight.World.ProduceUser(Seller(insight));

        Hand(insight, customer, blind);
        insight.World.Dataverse.RunAsyncJobs();
        insight.Order(customer, 5m);
        insight.Assess(customer);

        Guid system = insight.World.Dataverse.SystemUserId;
        Assert.All(Tables, each => Assert.All(
            insight.All(each), row => Assert.Equal(system, ((EntityReference)row["ownerid"]).Id)));
        Assert.Empty(Failed(insight));
    }

    [Fact]
    public void A_team_that_may_read_owns_the_rows_of_its_customers()
    {
        using var insight = new InsightWorld();
        EntityReference customer = Known(insight, "account", Owner(insight));
        EntityReference reading = Team(insight, "Team of readers", Reader, Seller(insight));
        EntityReference blind = Team(insight, "Team without our roles", Seller(insight));

        Hand(insight, customer, reading);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.All(Tables, each => Assert.All(insight.All(each), row => Assert.Equal(reading, row["ownerid"])));

        Hand(insight, customer, blind);
        insight.World.Dataverse.RunAsyncJobs();
        Assert.DoesNotContain(Tables, each => insight.All(each).Any(row => reading.Equals(row["ownerid"])));
        Assert.Empty(Failed(insight));
    }

    [Fact]
    public void Whoever_has_left_gets_no_new_rows()
    {
        using var insight = new InsightWorld();
        EntityReference gone = Owner(insight);
        EntityReference customer = insight.World.ProduceCustomer("account");
        Hand(insight, customer, gone);
        insight.Admin.Update(new Entity(gone.LogicalName, gone.Id) { ["isdisabled"] = true });

        insight.Order(customer, 5m);

        Guid system = insight.World.Dataverse.SystemUserId;
        Assert.Equal(system, ((EntityReference)insight.InsightOf(customer)["ownerid"]).Id);
        Assert.Empty(Failed(insight));
    }

    /// <summary>Somebody with an assessment, a log, a win-back, points and a decided recommendation.</summary>
    private static EntityReference Known(InsightWorld insight, string table, EntityReference owner)
    {
        insight.Set("untreatedpercent", 0);
        insight.World.ProduceProgramme();
        EntityReference customer = insight.World.ProduceCustomer(table);
        Hand(insight, customer, owner);
        for (int order = 0; order < 4; order++)
        {
            insight.World.Clock.Advance(TimeSpan.FromDays(30));
            insight.Order(customer, 100m);
        }

        insight.World.Clock.Advance(TimeSpan.FromDays(80));
        OrganizationRequest start = InsightWorld.About(customer, "crmx_StartWinBack");
        start["RequestId"] = "r";
        insight.Admin.Execute(start);
        insight.Admin.Create(new Entity("crmx_recommendation")
        {
            ["crmx_name"] = "Lamp", ["crmx_customerid"] = customer,
        });
        insight.World.Dataverse.RunAsyncJobs();
        Assert.All(Tables, each => Assert.NotEmpty(insight.All(each)));
        Assert.All(Tables, each => Assert.All(insight.All(each), row => Assert.Equal(owner, row["ownerid"])));
        return customer;
    }

    private static EntityReference Owner(InsightWorld insight) => insight.World.ProduceUser(Reader, Seller(insight));

    /// <summary>What the owner of a customer needs for the orders and tasks that the platform hands over.</summary>
    private static string Seller(InsightWorld insight)
    {
        insight.World.Dataverse.AddRole(
            "Seller", PrivilegeDepth.Global, "prvReadAccount", "prvReadContact", "prvReadActivity", "prvReadOrder");
        return "Seller";
    }

    private static EntityReference Team(InsightWorld insight, string name, params string[] roles)
    {
        Guid team = insight.Admin.Create(new Entity("team")
        {
            ["name"] = name,
            ["businessunitid"] = new EntityReference("businessunit", insight.World.Dataverse.BusinessUnitId),
        });
        var named = new QueryExpression("role") { ColumnSet = new ColumnSet("name") };
        named.Criteria.AddCondition("name", ConditionOperator.In, roles);
        insight.Admin.Associate(
            "team", team, new Relationship("teamroles_association"),
            new EntityReferenceCollection(insight.Admin.RetrieveMultiple(named).Entities
                .Select(row => row.ToEntityReference()).ToList()));
        return new EntityReference("team", team);
    }

    private static void Hand(InsightWorld insight, EntityReference customer, EntityReference owner) =>
        insight.Admin.Update(new Entity(customer.LogicalName, customer.Id) { ["ownerid"] = owner });

    private static IEnumerable<object> Failed(InsightWorld insight)
    {
        var failed = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("name", "friendlymessage") };
        failed.Criteria.AddCondition("statuscode", ConditionOperator.Equal, 31);
        return insight.Admin.RetrieveMultiple(failed).Entities.Select(job => job["friendlymessage"]);
    }
}
