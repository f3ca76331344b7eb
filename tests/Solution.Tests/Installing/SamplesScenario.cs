using System;
using System.IO;
using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using CrmExtensions.Solution.Tests.Jobs;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Installing;

/// <summary>The second zip: draft workflows with the product's activities, for an administrator to switch on.</summary>
public sealed class SamplesScenario : IDisposable
{
    private static readonly string Zip = Path.Combine(AppContext.BaseDirectory, "CrmExtensionsSamples_managed.zip");

    private readonly LoyaltyWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void The_samples_come_as_drafts()
    {
        world.Dataverse.Import(Zip);

        DataCollection<Entity> workflows = Workflows();

        Assert.Equal(
            [
                "Sample: 100 goodwill points", "Sample: 25 points for a survey", "Sample: Assess an account anew",
                "Sample: Best recommendation becomes a line of the quote",
                "Sample: Bring changed tier limits into force", "Sample: Hand out a reserved reward",
                "Sample: Verify a ledger",
            ],
            workflows.Select(row => (string)row["name"]).Order(StringComparer.Ordinal));
        Assert.All(workflows, row => Assert.Equal(0, row.GetAttributeValue<OptionSetValue>("statecode").Value));
    }

    [Fact]
    public void Without_the_product_the_samples_are_refused()
    {
        using LocalDataverse empty = LocalDataverse.Open(new LocalDataverseOptions());

        Exception refusal = Assert.ThrowsAny<Exception>(() => empty.Import(Zip));

        Assert.Contains("crmx_loyaltymember", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_goodwill_sample_gives_a_member_its_points_once(string table)
    {
        world.Dataverse.Import(Zip);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 50m);
        Guid member = world.MemberOf(customer).Id;
        Guid workflow = Activate("Sample: 100 goodwill points");

        Run(workflow, member);
        Run(workflow, member);

        Assert.Equal(150, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void The_verifying_sample_runs_to_its_end()
    {
        world.Dataverse.Import(Zip);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("contact");
        world.FulfilledOrder(customer, 50m);

        Run(Activate("Sample: Verify a ledger"), world.MemberOf(customer).Id);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_survey_sample_gives_its_points_once(string table)
    {
        world.Dataverse.Import(Zip);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 50m);
        Guid workflow = Activate("Sample: 25 points for a survey");

        Run(workflow, world.MemberOf(customer).Id);
        Run(workflow, world.MemberOf(customer).Id);

        Assert.Equal(75, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void The_tier_sample_brings_changed_limits_into_force()
    {
        world.Dataverse.Import(Zip);
        EntityReference programme = world.ProduceProgramme();
        EntityReference silver = TierScenario.Tier(
            world, programme, "Silver", 1, new() { ["yearpoints"] = 10_000 });
        TierScenario.Tier(world, programme, "Bronze", 0, []);
        EntityReference customer = world.ProduceCustomer("contact");
        world.FulfilledOrder(customer, 6_000m);
        world.Admin.Update(new Entity(silver.LogicalName, silver.Id) { ["crmx_yearpoints"] = 5_000 });

        Run(Activate("Sample: Bring changed tier limits into force"), programme.Id);
        world.Dataverse.RunAsyncJobs();

        Assert.Equal("Silver", TierScenario.TierOf(world, customer));
    }

    [Fact]
    public void The_assessing_sample_gives_an_account_its_state()
    {
        world.Dataverse.Import(Zip);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 50m);

        Run(Activate("Sample: Assess an account anew"), customer.Id);

        Assert.NotNull(world.Admin.Retrieve("account", customer.Id, new ColumnSet("crmx_riskstate"))["crmx_riskstate"]);
    }

    [Fact]
    public void The_recommending_sample_puts_the_best_product_on_a_quote()
    {
        using var shop = new CrossSellWorld();
        shop.Dataverse.Import(Zip);
        RecommendScenario.Teach(shop, "account");
        EntityReference customer = shop.Customer("account");
        shop.Bought(customer, "Printer");
        shop.Train();
        EntityReference quote = shop.Open("quote", customer, "Milk");
        Guid workflow = shop.All("workflow")
            .Single(row => (string)row["name"] == "Sample: Best recommendation becomes a line of the quote").Id;
        shop.Admin.Update(new Entity("workflow", workflow)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2),
        });

        shop.Admin.Execute(new ExecuteWorkflowRequest { WorkflowId = workflow, EntityId = quote.Id });
        shop.Dataverse.RunAsyncJobs();

        Assert.Contains(shop.All("quotedetail"), row => shop.Product("Toner").Equals(row["productid"]));
    }

    private DataCollection<Entity> Workflows() => world.Admin.RetrieveMultiple(
        new QueryExpression("workflow") { ColumnSet = new ColumnSet("name", "statecode") }).Entities;

    private Guid Activate(string name)
    {
        Guid id = Workflows().Single(row => (string)row["name"] == name).Id;
        world.Admin.Update(new Entity("workflow", id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
        return id;
    }

    /// <summary>A background workflow is done when its system job has succeeded.</summary>
    private void Run(Guid workflow, Guid row)
    {
        var answer = (ExecuteWorkflowResponse)world.Admin.Execute(
            new ExecuteWorkflowRequest { WorkflowId = workflow, EntityId = row });
        world.Dataverse.RunAsyncJobs();

        Entity job = world.Admin.Retrieve("asyncoperation", answer.Id, new ColumnSet("statuscode", "message"));
        const int Succeeded = 30;
        Assert.True(
            job.GetAttributeValue<OptionSetValue>("statuscode").Value == Succeeded,
            job.GetAttributeValue<string>("message"));
    }
}
