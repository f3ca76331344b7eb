using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Calls and activities: risk in the reader's language, winning back, and who may do it.</summary>
public sealed class WinBackScenario
{
    private const string Clerk = "CrmExtensions Loyalty Clerk";

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C10")]
    [Trait("Rule", "C20")]
    public void Risk_is_told_in_the_readers_language_with_the_formula_of_the_value(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(94));
        EntityReference reader = insight.World.ProduceUser(Clerk, insight.CustomerReader());
        insight.World.SetLanguage(reader, 1031);

        OrganizationResponse german = insight.Risk(customer, insight.World.Dataverse.Connect(reader.Id));
        OrganizationResponse english = insight.Risk(customer);

        Assert.Contains("ordert alle 30 Tage, seit 94 Tagen still", ((string[])german["Reasons"])[0]);
        Assert.Contains("silent for 94 days", string.Join(";", (string[])english["Reasons"]));
        Assert.Contains("hohes Risiko", (string)german["Standing"]);
        Assert.Contains("Regel, denn", (string)german["Basis"]);
        Assert.Equal(3, english["Level"]);
        Assert.Contains("a month ×", (string)english["Formula"]);
        Assert.Contains("retention", (string)english["Formula"]);
        Assert.Contains("confidence", (string)english["Formula"]);
        Assert.True((decimal)english["Value"] > 0);
        Assert.False(english.Results.ContainsKey("Probability"));
    }

    [Fact]
    [Trait("Rule", "C17")]
    public void A_group_adds_up_subsidiaries_and_their_contacts_beside_the_own_score()
    {
        using var insight = new InsightWorld();
        EntityReference top = insight.CustomerWithOrders("account", 30, 30);
        EntityReference daughter = insight.CustomerWithOrders("account", 30, 30, 30);
        EntityReference buyer = insight.CustomerWithOrders("contact", 10);
        EntityReference stranger = insight.CustomerWithOrders("account", 5);
        insight.Admin.Update(new Entity("account", daughter.Id) { ["parentaccountid"] = top });
        insight.Admin.Update(new Entity("contact", buyer.Id) { ["parentcustomerid"] = daughter });

        OrganizationResponse group = insight.Risk(top);

        Assert.Equal(3, group["GroupCustomers"]);
        Assert.Equal(3 + 4 + 2, group["GroupOrders"]);
        Assert.Equal(900m, group["GroupRevenue"]);
        Assert.Equal(3, insight.Shown(top)["crmx_orderscounted"]);
        Assert.Equal(1, insight.Risk(stranger)["GroupCustomers"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C26")]
    public void A_win_back_becomes_a_task_once_and_is_measured_when_its_days_are_over(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("untreatedpercent", 0);
        insight.Schedule();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(80));

        OrganizationResponse begun = Start(insight, customer, "r1");
        OrganizationResponse again = Start(insight, customer, "r1");

        Assert.Equal(begun["WinBackId"], again["WinBackId"]);
        Assert.True((bool)begun["IsTreated"]);
        Assert.InRange((decimal)begun["Ceiling"], 1m, 100m);
        Entity task = Assert.Single(insight.All("task"));
        Assert.Contains("silent for 80 days", (string)task["description"]);
        Refused("under way", () => Start(insight, customer, "r2"));

        insight.World.Clock.Advance(TimeSpan.FromDays(10));
        insight.Order(customer, 70m);
        insight.Pass(70);

        Entity closed = Assert.Single(insight.All("crmx_winback"));
        Assert.Equal(1, InsightWorld.Number(closed, "crmx_state"));
        Assert.Equal(70m, closed["crmx_revenue"]);
        OrganizationResponse outcome = insight.Admin.Execute(
            new OrganizationRequest("crmx_WinBackOutcome") { ["Campaign"] = "spring" });
        Assert.Equal(1, outcome["Treated"]);
        Assert.Equal(0, outcome["Untreated"]);
        Assert.Contains("Too few customers", (string)outcome["Text"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C26")]
    public void The_untreated_group_gets_nothing_and_the_offer_has_a_ceiling(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("untreatedpercent", 90);
        for (int number = 0; number < 12; number++)
        {
            EntityReference customer = insight.CustomerWithOrders(table, 30, 30);
            insight.World.Clock.Advance(TimeSpan.FromDays(100));
            Start(insight, customer, "r");
        }

        int untreated = insight.All("crmx_winback").Count(row => InsightWorld.Number(row, "crmx_group") == 1);
        Assert.InRange(untreated, 6, 12);
        Assert.Equal(12 - untreated, insight.All("task").Count);

        EntityReference another = insight.CustomerWithOrders(table, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(100));
        Refused("may cost", () => insight.Admin.Execute(Request(another, "offer", 5000m)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Who_needs_no_winning_back_or_objects_is_refused_in_german(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30);
        EntityReference clerk = insight.World.ProduceUser(Clerk, insight.CustomerReader());
        insight.World.SetLanguage(clerk, 1031);
        IOrganizationService german = insight.World.Dataverse.Connect(clerk.Id);

        Refused("weder abgewandert noch stark gefährdet", () => german.Execute(Request(customer, "r")));
        insight.Say(customer, 2);
        Refused("dem Profiling widersprochen", () => german.Execute(Request(customer, "r")));
    }

    [Theory]
    [InlineData("crmx_AssessCustomer", "prvCreatecrmx_ApiPermission")]
    [InlineData("crmx_GetRisk", "prvReadcrmx_CustomerInsight")]
    [InlineData("crmx_StartWinBack", "prvCreatecrmx_ApiPermission")]
    [InlineData("crmx_TrainChurn", "prvDeletecrmx_ApiPermission")]
    [InlineData("crmx_PreviewThresholds", "prvDeletecrmx_ApiPermission")]
    [InlineData("crmx_WinBackOutcome", "prvWritecrmx_ApiPermission")]
    public void A_user_without_our_roles_is_told_what_is_missing(string message, string privilege)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders("account", 30);
        IOrganizationService plain = insight.UserWith();
        OrganizationRequest request = InsightWorld.About(customer, message);
        request["RequestId"] = "r";

        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => plain.Execute(request));

        Assert.Contains($"is missing {privilege} privilege", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_clerk_asks_only_about_customers_whom_he_may_read(string table)
    {
        using var insight = new InsightWorld();
        EntityReference customer = insight.CustomerWithOrders(table, 30);

        Assert.Equal(4, insight.Assess(customer, insight.UserWith(Clerk))["State"]);
        IOrganizationService blind = insight.World.Dataverse.Connect(insight.World.ProduceUser(Clerk).Id);
        Refused("prvRead", () => insight.Assess(customer, blind));
        Refused("prvRead", () => insight.Risk(customer, blind));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_workflow_assesses_reads_and_wins_back(string table)
    {
        using var insight = new InsightWorld();
        insight.Set("untreatedpercent", 0);
        EntityReference customer = insight.CustomerWithOrders(table, 30, 30, 30);
        insight.World.Clock.Advance(TimeSpan.FromDays(80));
        string argument = table == "account" ? "Account" : "Contact";

        IDictionary<string, object> assessed = Run(insight, "AssessCustomer", new() { [argument] = customer });
        IDictionary<string, object> risk = Run(insight, "GetRisk", new() { [argument] = customer });
        IDictionary<string, object> begun = Run(
            insight, "StartWinBack", new() { [argument] = customer, ["RequestId"] = "flow 1" });

        Assert.Equal(InsightWorld.High, assessed["Level"]);
        Assert.Contains("silent for 80 days", (string)risk["Reasons"]);
        Assert.Contains("high risk", (string)risk["Standing"]);
        Assert.True((bool)begun["IsTreated"]);
        Assert.Single(insight.All("task"));
    }

    private static IDictionary<string, object> Run(
        InsightWorld insight, string activity, Dictionary<string, object> arguments) =>
        insight.World.Dataverse.RunActivity(new ActivityCall
        {
            Type = "CrmExtensions.Workflows." + activity, Inputs = arguments,
        });

    private static OrganizationResponse Start(InsightWorld insight, EntityReference customer, string request) =>
        insight.Admin.Execute(Request(customer, request));

    private static OrganizationRequest Request(EntityReference customer, string id, decimal? offer = null)
    {
        OrganizationRequest request = InsightWorld.About(customer, "crmx_StartWinBack");
        request["RequestId"] = id;
        request["Campaign"] = "spring";
        if (offer is { } amount) request["Offer"] = amount;
        return request;
    }

    private static void Refused(string words, Action work)
    {
        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(work);
        Assert.Contains(words, fault.Message, StringComparison.OrdinalIgnoreCase);
    }
}
