using System;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Concurrency;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Win-backs by a marketing list, what of a win-back has to go again, and two that begin at once.</summary>
public sealed class WinBackListScenario
{
    private const string Clerk = "CrmExtensions Loyalty Clerk";
    private const int Task = 0, List = 1, Objected = 2;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_customer_gets_on_a_list_with_the_rights_of_whoever_asks(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, table);
        Lists.Install(insight.Admin, table);
        Guid list = Lists.Produce(insight.Admin);
        IOrganizationService without = insight.UserWith(Clerk);
        insight.World.Dataverse.AddRole("Marketer", PrivilegeDepth.Global, Lists.Privileges);
        IOrganizationService with = insight.UserWith(Clerk, "Marketer");

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => without.Execute(Request(customer, "r1", list)));

        Assert.Contains("prvReadList", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(insight.All("crmx_winback"));
        Assert.Empty(Lists.MembersOf(insight, list));

        with.Execute(Request(customer, "r2", list));
        Assert.Equal([customer.Id], Lists.MembersOf(insight, list));
        Assert.Empty(insight.All("task"));
    }

    [Fact]
    public void Without_lists_or_without_a_list_the_way_is_refused_by_name()
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, "account");

        Refused("Choose a marketing list", () => insight.Admin.Execute(Request(customer, "r", Guid.NewGuid())));
        Lists.Install(insight.Admin, "account");
        Refused("Choose a marketing list", () => insight.Admin.Execute(Request(customer, "r", null, List)));

        Assert.Empty(insight.All("crmx_winback"));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "C23")]
    [Trait("Rule", "L56")]
    public void Who_objects_or_is_erased_leaves_the_list_that_a_win_back_chose_and_no_other(string table, bool isErased)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, table), other = insight.World.ProduceCustomer(table);
        Lists.Install(insight.Admin, table);
        Guid chosen = Lists.Produce(insight.Admin), newsletter = Lists.Produce(insight.Admin);
        Lists.Put(insight.Admin, newsletter, customer);
        Lists.Put(insight.Admin, chosen, other);
        insight.Admin.Execute(Request(customer, "r", chosen));
        Assert.Equal(2, Lists.MembersOf(insight, chosen).Length);

        Leave(insight, customer, isErased);

        Assert.Equal([other.Id], Lists.MembersOf(insight, chosen));
        Assert.Equal([customer.Id], Lists.MembersOf(insight, newsletter));
        Assert.Empty(insight.All("crmx_winback"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void Who_was_on_the_list_before_stays_on_it(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, table);
        Lists.Install(insight.Admin, table);
        Guid list = Lists.Produce(insight.Admin);
        Lists.Put(insight.Admin, list, customer);
        insight.Admin.Execute(Request(customer, "r", list));

        Leave(insight, customer, isErased: false);

        Assert.Equal([customer.Id], Lists.MembersOf(insight, list));
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "C23")]
    [Trait("Rule", "L56")]
    public void Tasks_that_tell_why_a_customer_was_at_risk_go_open_or_done(string table, bool isErased)
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, table);
        insight.Admin.Execute(Request(customer, "r", null, Task));
        Entity task = Assert.Single(insight.All("task"));
        Assert.Contains("silent for 80 days", (string)task["description"]);
        if (table == "contact")
            insight.Admin.Update(new Entity("task", task.Id) { ["statecode"] = new OptionSetValue(1) });
        Guid own = insight.Admin.Create(new Entity("task")
        {
            ["subject"] = "Ring back", ["regardingobjectid"] = customer,
        });

        Leave(insight, customer, isErased);

        Assert.Equal(own, Assert.Single(insight.All("task")).Id);
        Assert.Empty(insight.All("crmx_winback"));
    }

    [Fact]
    [Trait("Rule", "C26")]
    public void Two_clerks_at_once_begin_one_win_back()
    {
        using var file = new TemporaryFile();
        using var insight = new InsightWorld(new LocalDataverseOptions { Path = file.Path });
        EntityReference customer = Lost(insight, "account");
        EntityReference twice = Lost(insight, "contact");

        Exception[] refused = AtOnce.Run(
            () => insight.World.Dataverse.Connect().Execute(Request(customer, "one", null, Task)),
            () => insight.World.Dataverse.Connect().Execute(Request(customer, "other", null, Task)),
            () => insight.World.Dataverse.Connect().Execute(Request(twice, "same", null, Task)),
            () => insight.World.Dataverse.Connect().Execute(Request(twice, "same", null, Task)));

        Assert.Contains("under way", Assert.Single(refused).Message, StringComparison.Ordinal);
        Assert.Equal(2, insight.All("crmx_winback").Count);
        Assert.Equal(2, insight.All("task").Count);
    }

    [Fact]
    [Trait("Rule", "C26")]
    public void The_assessment_is_written_before_open_win_backs_are_looked_for()
    {
        using var insight = new InsightWorld();
        EntityReference customer = Lost(insight, "account");

        string traced = insight.World.Dataverse.Trace(
            () => insight.Admin.Execute(Request(customer, "r", null, Task))).ToString();

        int locked = traced.IndexOf("Update " + InsightWorld.Insight, StringComparison.Ordinal);
        int looked = traced.IndexOf("RetrieveMultiple crmx_winback", StringComparison.Ordinal);
        Assert.InRange(locked, 0, looked);
    }

    private static EntityReference Lost(InsightWorld insight, string table)
    {
        insight.Set("untreatedpercent", 0);
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(80));
        return customer;
    }

    private static void Leave(InsightWorld insight, EntityReference customer, bool isErased)
    {
        if (isErased) insight.Admin.Execute(InsightWorld.About(customer, "crmx_ForgetCustomer"));
        else insight.Say(customer, Objected);
        insight.World.Dataverse.RunAsyncJobs();
    }

    private static OrganizationRequest Request(EntityReference customer, string id, Guid? list, int way = List)
    {
        OrganizationRequest request = InsightWorld.About(customer, "crmx_StartWinBack");
        request["RequestId"] = id;
        request["Way"] = way;
        if (list is { } chosen) request["List"] = chosen;
        return request;
    }

    private static void Refused(string words, Action work) => Assert.Contains(
        words,
        Assert.Throws<FaultException<OrganizationServiceFault>>(work).Message,
        StringComparison.OrdinalIgnoreCase);
}
