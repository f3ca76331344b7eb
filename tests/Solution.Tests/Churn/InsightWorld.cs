using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>Customers with orders on given days, and what they show afterwards. No programme is needed.</summary>
internal sealed class InsightWorld : IDisposable
{
    public const string Insight = "crmx_customerinsight", Change = "crmx_riskchange", Reason = "crmx_insightreason";
    public const string Settings = "crmx_insightsettings", Model = "crmx_modelrun";

    public const int NotEnoughData = 1, New = 2, NoSecondOrder = 3, OffSeason = 5, Churned = 6, Objected = 7;
    public const int Low = 1, Medium = 2, High = 3;

    public InsightWorld(LocalDataverseOptions? options = null) => World = new LoyaltyWorld(options);

    public LoyaltyWorld World { get; }

    public IOrganizationService Admin => World.Admin;

    public DateTime Today => World.Clock.GetUtcNow().UtcDateTime.Date;

    public void Dispose() => World.Dispose();

    /// <summary>Lets the days pass and everything that waits for them run.</summary>
    public void Pass(int days)
    {
        World.Clock.Advance(TimeSpan.FromDays(days));
        World.Dataverse.RunAsyncJobs();
    }

    /// <summary>One order today, and after each gap another one; the assessment is up to date afterwards.</summary>
    public EntityReference CustomerWithOrders(string table, params int[] gaps)
    {
        EntityReference customer = World.ProduceCustomer(table);
        Order(customer, 100m);
        foreach (int gap in gaps)
        {
            World.Clock.Advance(TimeSpan.FromDays(gap));
            Order(customer, 100m);
        }

        return customer;
    }

    public EntityReference Order(EntityReference customer, decimal amount)
    {
        EntityReference order = World.FulfilledOrder(customer, amount);
        World.Dataverse.RunAsyncJobs();
        return order;
    }

    /// <summary>The settings' row; columns by name without prefix.</summary>
    public Guid Set(string column, object value) => Set(KeyValuePair.Create(column, value));

    public Guid Set(params KeyValuePair<string, object>[] columns)
    {
        var row = new Entity(Settings) { ["crmx_name"] = "Settings", ["crmx_key"] = "default" };
        foreach (KeyValuePair<string, object> column in columns) row["crmx_" + column.Key] = column.Value;
        Entity? there = All(Settings).SingleOrDefault();
        if (there is null) return Admin.Create(row);
        row.Id = there.Id;
        Admin.Update(row);
        return there.Id;
    }

    public Entity Shown(EntityReference customer) =>
        Admin.Retrieve(customer.LogicalName, customer.Id, new ColumnSet(true));

    public Entity InsightOf(EntityReference customer) => Assert.Single(InsightsOf(customer));

    public IReadOnlyList<Entity> InsightsOf(EntityReference customer) =>
        All(Insight).Where(row => customer.Equals(row["crmx_customerid"])).ToList();

    public IReadOnlyList<Entity> ReasonsOf(EntityReference customer) => All(Reason)
        .Where(row => ((EntityReference)row["crmx_insightid"]).Id == InsightOf(customer).Id)
        .OrderBy(row => (int)row["crmx_rank"])
        .ToList();

    public IReadOnlyList<Entity> ChangesOf(EntityReference customer) => All(Change)
        .Where(row => customer.Equals(row["crmx_customerid"]))
        .OrderBy(row => (DateTime)row["crmx_changedon"])
        .ToList();

    public IReadOnlyList<Entity> All(string table) =>
        Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    /// <summary>The rows that a shipped view shows.</summary>
    public IReadOnlyList<Guid> View(string table, string name, IOrganizationService? user = null)
    {
        var query = new QueryExpression("savedquery") { ColumnSet = new ColumnSet("fetchxml") };
        query.Criteria.AddCondition("returnedtypecode", ConditionOperator.Equal, table);
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        Entity view = Assert.Single(Admin.RetrieveMultiple(query).Entities);
        return (user ?? Admin).RetrieveMultiple(new FetchExpression((string)view["fetchxml"])).Entities
            .Select(row => row.Id).ToList();
    }

    public static int Number(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column).Value - Crmx.FirstOption;

    /// <summary>Null where none is shown.</summary>
    public static int? Level(Entity row) =>
        row.GetAttributeValue<OptionSetValue>("crmx_risklevel")?.Value - Crmx.FirstOption;

    public static DateTime? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column);

    /// <summary>The jobs run with the platform's clock from now on.</summary>
    public void Schedule()
    {
        Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule"));
        World.Dataverse.RunAsyncJobs();
    }

    public OrganizationResponse Assess(EntityReference customer, IOrganizationService? user = null) =>
        (user ?? Admin).Execute(About(customer, "crmx_AssessCustomer"));

    public OrganizationResponse Risk(EntityReference customer, IOrganizationService? user = null) =>
        (user ?? Admin).Execute(About(customer, "crmx_GetRisk"));

    public static OrganizationRequest About(EntityReference customer, string message) =>
        new(message) { [customer.LogicalName == "account" ? "Account" : "Contact"] = customer };

    public void Say(EntityReference customer, int consent) => Admin.Update(new Entity(customer.LogicalName, customer.Id)
    {
        ["crmx_profilingconsent"] = new OptionSetValue(Crmx.FirstOption + consent),
    });

    public static string AtRisk(string table) =>
        table == "account" ? "Accounts at Risk Today" : "Contacts at Risk Today";

    /// <summary>A role of Microsoft's privileges that ours does not bring.</summary>
    public string CustomerReader()
    {
        World.Dataverse.AddRole(
            "Reader of all customers", PrivilegeDepth.Global, "prvReadAccount", "prvReadContact");
        return "Reader of all customers";
    }

    public IOrganizationService UserWith(params string[] roles) =>
        World.Dataverse.Connect(World.ProduceUser([.. roles, CustomerReader()]).Id);

    /// <summary>Starts a training and lets it end.</summary>
    public Guid Train()
    {
        OrganizationResponse answer = Admin.Execute(new OrganizationRequest("crmx_TrainChurn"));
        World.Dataverse.RunAsyncJobs();
        return (Guid)answer["ModelRunId"];
    }
}
