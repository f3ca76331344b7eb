using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmExtensions.Solution.Tests.CrossSell;
using Dataverse.Local.Plugins;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Recommendations asked for, accepted and rejected by people who get it wrong or mean ill.</summary>
public sealed class DecisionAttacks
{
    [Fact]
    public void A_request_id_of_one_customer_s_rejection_does_not_pass_for_another_customer_s()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference one = world.Customer("account"), other = world.Customer("contact");
        Reject(world, one, "Toner", "R");

        Assert.ThrowsAny<Exception>(() => Reject(world, other, "Toner", "R"));
        Reject(world, one, "Toner", "R");

        Assert.Equal(one, Assert.Single(world.All("crmx_recommendation"))["crmx_customerid"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X16")]
    public void Who_may_not_read_the_customer_of_a_document_learns_nothing_of_its_purchases(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        for (int order = 0; order < 3; order++)
        {
            world.Bought(customer, "Paper");
            world.PassDays(30);
        }

        world.Train();
        EntityReference quote = world.Open("quote", customer, "Milk");
        string[] sells = ["prvReadQuote", "prvReadProduct", "prvReadcrmx_Recommendation"];
        world.Dataverse.AddRole("Own customers", PrivilegeDepth.Basic, "prvReadAccount", "prvReadContact");
        world.Dataverse.AddRole("Sells", PrivilegeDepth.Global, sells);
        IOrganizationService stranger = world.Loyalty.ProduceHolderOf(sells);
        IOrganizationService colleague = world.Dataverse.Connect(
            world.Loyalty.ProduceUser("Sells", "Own customers").Id);
        IOrganizationService seller = world.Loyalty.ProduceHolderOf(
            [.. sells, "prvReadAccount", "prvReadContact"]);

        foreach (IOrganizationService user in new[] { stranger, colleague })
            Assert.Contains("you may not read it",
                Assert.ThrowsAny<Exception>(() => world.Recommend(quote, user: user)).Message);
        Assert.Equal(["Paper"], world.Recommend(quote, user: seller).Again);
    }

    [Fact]
    public void Hostile_names_stay_names()
    {
        const string Name = "Ink \"},{\"productId\":\"x\\u0041\\ <b>&\t\u2028{0}";
        using var world = new CrossSellWorld();
        for (int order = 0; order < 8; order++) world.Bought(world.Customer("account"), Name, "Toner");
        for (int order = 0; order < 20; order++) world.Bought(world.Customer("account"), "Milk");
        world.Train();
        EntityReference customer = world.Customer("account");
        EntityReference quote = world.Open("quote", customer, "Toner");

        Answer answer = world.Recommend(quote);
        Assert.Contains(Name, answer.Names);
        world.Bought(customer, "Toner");
        world.Train();
        IDictionary<string, object> best = Best(world, customer);
        Assert.Equal(world.Product(Name).Id, ((EntityReference)best["Recommended"]).Id);

        EntityReference other = world.Open("quote", world.Customer("account"), Name);
        Accept(world, other, "Toner", "R");
        string values = (string)Assert.Single(world.All("crmx_recommendation"))["crmx_reasonvalues"];
        Assert.Equal(Name, JsonDocument.Parse(values).RootElement.GetProperty("with").GetString());
        EntityReference buyer = world.Customer("account");
        world.Bought(buyer, Name);
        world.Train();
        best = Best(world, buyer);
        Assert.Contains(Name, (string)best["Reason"]);
    }

    [Fact]
    public void Nonsense_is_refused_and_leaves_nothing()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        EntityReference nowhere = new("quote", Guid.NewGuid());
        EntityReference invoice = new("invoice", Guid.NewGuid());
        EntityReference retired = world.Product("Old");
        world.Admin.Update(new Entity("product", retired.Id)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2),
        });

        Assert.ThrowsAny<Exception>(() => Accept(world, nowhere, "Toner", "R1"));
        Assert.ThrowsAny<Exception>(() => Accept(world, invoice, "Toner", "R2"));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", ""));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", new string('r', 201)));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", "R3", -1m));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", "R4", decimal.MaxValue));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", "R4", 0.000000000001m));
        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Old", "R5"));
        Assert.ThrowsAny<Exception>(() => world.Execute(
            "crmx_AcceptRecommendation",
            new("DocumentTable", "quote"), new("DocumentId", quote.Id),
            new("ProductId", Guid.NewGuid()), new("RequestId", "R6")));
        Assert.ThrowsAny<Exception>(() => world.Execute(
            "crmx_Recommend", new("DocumentTable", "quote'or 1=1"), new("DocumentId", quote.Id)));
        Assert.ThrowsAny<Exception>(() => world.Execute(
            "crmx_Recommend", new("CustomerTable", "quote"), new("CustomerId", quote.Id)));

        Assert.Single(world.All("quotedetail"));
        Assert.Empty(world.All("crmx_recommendation"));
    }

    [Theory]
    [InlineData("quote")]
    [InlineData("salesorder")]
    public void A_document_that_is_closed_takes_no_line(string documents)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference document = world.Open(documents, world.Customer("account"), "Printer");
        if (documents == "salesorder") world.Loyalty.Fulfil(document);
        else world.Admin.Update(new Entity("quote", document.Id)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2),
        });

        Assert.ThrowsAny<Exception>(() => Accept(world, document, "Toner", "R"));

        Assert.Empty(world.All("crmx_recommendation"));
    }

    [Fact]
    [Trait("Rule", "X02")]
    public void A_document_of_150_lines_gets_no_substitute_of_its_last_line()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        for (int line = 0; line < 150; line++) world.AddLine(quote, "P" + line, 1m);
        Assert.Contains("Toner", world.Recommend(quote).Names);
        foreach (int line in new[] { 0, 120, 149 })
        {
            EntityReference row = new("productsubstitute", world.Admin.Create(new Entity("productsubstitute")
            {
                ["productid"] = world.Product("Toner"),
                ["substitutedproductid"] = world.Product("P" + line),
                ["salesrelationshiptype"] = new OptionSetValue(3),
                ["direction"] = new OptionSetValue(0),
            }));
            world.Dataverse.RunAsyncJobs();
            Assert.True(!world.Recommend(quote).Names.Contains("Toner"), "line " + line);

            world.Admin.Delete(row.LogicalName, row.Id);
            world.Dataverse.RunAsyncJobs();
            Assert.Contains("Toner", world.Recommend(quote).Names);
        }
    }

    internal static ParameterCollection Accept(
        CrossSellWorld world, EntityReference document, string product, string request, decimal quantity = 1m) =>
        CrossSellWorld.Execute(
            world.Dataverse.Connect(),
            "crmx_AcceptRecommendation",
            new("DocumentTable", document.LogicalName),
            new("DocumentId", document.Id),
            new("ProductId", world.Product(product).Id),
            new("Quantity", quantity),
            new("RequestId", request));

    private static ParameterCollection Reject(
        CrossSellWorld world, EntityReference customer, string product, string request) => world.Execute(
            "crmx_RejectRecommendation",
            new("CustomerTable", customer.LogicalName),
            new("CustomerId", customer.Id),
            new("ProductId", world.Product(product).Id),
            new("Reason", Crmx.FirstOption),
            new("RequestId", request));

    private static IDictionary<string, object> Best(CrossSellWorld world, EntityReference account) =>
        world.Dataverse.RunActivity(new ActivityCall
        {
            Type = "CrmExtensions.Workflows.GetTopRecommendation",
            Inputs = new Dictionary<string, object> { ["Account"] = account },
        });
}
