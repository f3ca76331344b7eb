using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What people do with a recommendation, and what follows from it.</summary>
public sealed class DecisionScenario
{
    [Theory]
    [InlineData("account", "opportunity")]
    [InlineData("contact", "quote")]
    [InlineData("account", "salesorder")]
    [InlineData("contact", "salesorder")]
    [Trait("Rule", "X10")]
    public void Accepting_adds_a_line_at_the_list_price_and_keeps_who_and_why(string customers, string documents)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference customer = world.Customer(customers);
        EntityReference document = world.Open(documents, customer, "Printer");

        ParameterCollection first = Accept(world, document, "Toner", "R-1");
        ParameterCollection again = Accept(world, document, "Toner", "R-1");

        string table = CrossSellWorld.LinesOf(documents);
        Entity line = Assert.Single(world.All(table), row => document.Equals(row[documents + "id"])
            && world.Product("Toner").Equals(row["productid"]));
        Assert.Equal(line.Id, first["LineId"]);
        Assert.Equal(first["LineId"], again["LineId"]);
        Assert.Equal(2m, line["quantity"]);
        Assert.Equal(10m, ((Money)line["priceperunit"]).Value);
        Assert.Equal(world.Unit, line["uomid"]);
        Entity row = Assert.Single(world.All("crmx_recommendation"));
        Assert.Equal(customer, row["crmx_customerid"]);
        Assert.Equal(document.Id.ToString("D"), row["crmx_documentid"]);
        Assert.Equal(line.Id.ToString("D"), row["crmx_lineid"]);
        Assert.Equal(1, row["crmx_rank"]);
        Assert.Equal(Crmx.FirstOption + 0, ((OptionSetValue)row["crmx_source"]).Value);
        Assert.Equal(Crmx.FirstOption + 1, ((OptionSetValue)row["crmx_state"]).Value);
        Assert.Equal(world.Product("Printer"), row["crmx_withproductid"]);
        Assert.Contains("\"together\":8", (string)row["crmx_reasonvalues"]);
        Assert.DoesNotContain("Toner", world.Recommend(document).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X09")]
    public void A_rejected_product_stays_away_from_this_customer_for_the_months_of_the_setting(string customers)
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("rejectionmonths", 2));
        RecommendScenario.Teach(world, customers);
        EntityReference customer = world.Customer(customers);
        EntityReference quote = world.Open("quote", customer, "Printer");
        EntityReference other = world.Open("quote", world.Customer(customers), "Printer");

        ParameterCollection rejected = Reject(world, quote, "Toner", "R-2", reason: 0);
        Reject(world, quote, "Toner", "R-2", reason: 0);

        Assert.Equal(new DateTime(2026, 5, 1), rejected["RejectedUntil"]);
        Assert.Single(world.All("crmx_recommendation"));
        Assert.DoesNotContain("Toner", world.Recommend(quote).Names);
        Assert.DoesNotContain("Toner", world.Recommend(customer).Names);
        Assert.Contains("Toner", world.Recommend(other).Names);
        world.PassDays(60);
        Assert.DoesNotContain("Toner", world.Recommend(quote).Names);
        world.PassDays(1);
        Assert.Contains("Toner", world.Recommend(quote).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X09")]
    public void What_is_decided_moves_the_rank_for_others(string customers)
    {
        using var world = new CrossSellWorld();
        for (int order = 0; order < 6; order++) world.Bought(world.Customer(customers), "Printer", "Toner");
        for (int order = 0; order < 6; order++) world.Bought(world.Customer(customers), "Printer", "Cable");
        for (int order = 0; order < 6; order++) world.Bought(world.Customer(customers), "Milk");
        world.Train();
        EntityReference quote = world.Open("quote", world.Customer(customers), "Printer");
        string best = world.Recommend(quote).Names[0];
        string second = best == "Toner" ? "Cable" : "Toner";

        for (int customer = 0; customer < 3; customer++)
        {
            EntityReference other = world.Open("quote", world.Customer(customers), "Printer");
            Reject(world, other, best, "R-" + customer, reason: 3);
        }

        Assert.Equal([second, best], world.Recommend(quote).Names.Take(2));
        EntityReference buyer = world.Open("quote", world.Customer(customers), "Printer");
        for (int time = 0; time < 9; time++)
        {
            EntityReference next = world.Open("quote", world.Customer(customers), "Printer");
            Accept(world, next, best, "A-" + time);
        }

        Assert.Equal([best, second], world.Recommend(buyer).Names.Take(2));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_seller_accepts_with_the_rights_on_the_document_that_the_seller_has(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference quote = world.Open("quote", world.Customer(customers), "Printer");
        string[] reading =
        [
            "prvReadQuote", "prvReadProduct", "prvReadAccount", "prvReadContact", "prvReadcrmx_Recommendation",
            "prvAppendTocrmx_Recommendation",
        ];
        IOrganizationService reader = world.Loyalty.ProduceHolderOf(reading);
        IOrganizationService seller = world.Loyalty.ProduceHolderOf(
        [
            .. reading, "prvWriteQuote", "prvAppendQuote", "prvAppendToQuote", "prvAppendToProduct",
            "prvReadTransactionCurrency", "prvAppendToTransactionCurrency",
        ]);

        Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Toner", "R-3", reader));
        Accept(world, quote, "Toner", "R-3", seller);

        Assert.Equal(2, world.All("quotedetail").Count);
    }

    [Fact]
    public void Refusals_say_what_to_do_in_the_language_of_the_reader()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference admin = new("systemuser", world.Dataverse.AdministratorId);
        world.Loyalty.SetLanguage(admin, 1031);
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        Accept(world, quote, "Toner", "R-4");

        Assert.Contains("gehört schon zu einer anderen Empfehlung",
            Assert.ThrowsAny<Exception>(() => Accept(world, quote, "Milk", "R-4")).Message);
        Assert.Contains("Wählen Sie einen der angebotenen Gründe",
            Assert.ThrowsAny<Exception>(() => Reject(world, quote, "Milk", "R-5", reason: 99)).Message);
        Assert.Contains("steht nicht auf der Preisliste", Assert.ThrowsAny<Exception>(() =>
        {
            EntityReference lonely = world.Product("Lonely");
            foreach (Entity item in world.All("productpricelevel"))
                if (lonely.Equals(item["productid"])) world.Admin.Delete(item.LogicalName, item.Id);
            Accept(world, quote, "Lonely", "R-6");
        }).Message);
        Assert.Contains("Nennen Sie einen Kunden",
            Assert.ThrowsAny<Exception>(() => world.Execute("crmx_Recommend")).Message);
    }

    private static ParameterCollection Accept(
        CrossSellWorld world, EntityReference document, string product, string request,
        IOrganizationService? user = null) => CrossSellWorld.Execute(
            user ?? world.Admin,
            "crmx_AcceptRecommendation",
            new("DocumentTable", document.LogicalName),
            new("DocumentId", document.Id),
            new("ProductId", world.Product(product).Id),
            new("Quantity", 2m),
            new("RequestId", request));

    private static ParameterCollection Reject(
        CrossSellWorld world, EntityReference document, string product, string request, int reason) =>
        world.Execute(
            "crmx_RejectRecommendation",
            new("DocumentTable", document.LogicalName),
            new("DocumentId", document.Id),
            new("ProductId", world.Product(product).Id),
            new("Reason", Crmx.FirstOption + reason),
            new("RequestId", request));
}
