using System;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What the document, the catalogue and the caller's rights keep out of the lists.</summary>
public sealed class CatalogueRulesScenario
{
    [Theory]
    [InlineData("account", "opportunity")]
    [InlineData("contact", "quote")]
    [InlineData("account", "salesorder")]
    [Trait("Rule", "X02")]
    public void What_is_on_the_document_is_not_recommended(string customers, string documents)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);

        Answer answer = world.Recommend(world.Open(documents, world.Customer(customers), "Printer", "Toner"));

        Assert.DoesNotContain("Toner", answer.Names);
        Assert.DoesNotContain("Printer", answer.Names);
    }

    public static TheoryData<string, string, object> Reasons() => new()
    {
        { "account", "statecode", new OptionSetValue(1) },
        { "contact", "statecode", new OptionSetValue(1) },
        { "account", "statecode", new OptionSetValue(2) },
        { "account", "validfromdate", new DateTime(2026, 3, 2) },
        { "contact", "validtodate", new DateTime(2026, 2, 28) },
        { "account", "pricelist", 0 },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    [Trait("Rule", "X03")]
    public void What_cannot_be_sold_on_the_document_today_is_not_recommended(
        string customers, string column, object value)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference quote = world.Open("quote", world.Customer(customers), "Printer");
        Assert.Contains("Toner", world.Recommend(quote).Names);

        EntityReference toner = world.Product("Toner");
        if (column == "pricelist")
        {
            foreach (Entity item in world.All("productpricelevel"))
                if (toner.Equals(item["productid"])) world.Admin.Delete(item.LogicalName, item.Id);
        }
        else
        {
            var change = new Entity("product", toner.Id) { [column] = value };
            if (value is OptionSetValue { Value: 1 }) change["statuscode"] = new OptionSetValue(2);
            if (value is OptionSetValue { Value: 2 }) change["statuscode"] = new OptionSetValue(0);
            world.Admin.Update(change);
        }

        Assert.DoesNotContain("Toner", world.Recommend(quote).Names);
    }

    [Fact]
    [Trait("Rule", "X03")]
    public void A_price_list_that_has_ended_sells_nothing_and_the_answer_says_so()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        world.Admin.Update(new Entity("pricelevel", world.PriceList.Id) { ["enddate"] = new DateTime(2026, 2, 1) });

        Answer answer = world.Recommend(quote);

        Assert.Empty(answer.Names);
        Assert.Equal("PriceListIsNotValid", answer.Notice);
    }

    [Theory]
    [InlineData("account", "prvReadAccount")]
    [InlineData("contact", "prvReadContact")]
    [Trait("Rule", "X16")]
    public void Who_may_not_read_products_is_shown_none(string customers, string readCustomer)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference customer = world.Customer(customers);
        IOrganizationService blind = world.Loyalty.ProduceHolderOf(readCustomer, "prvReadcrmx_Recommendation");
        IOrganizationService seeing = world.Loyalty.ProduceHolderOf(
            readCustomer, "prvReadcrmx_Recommendation", "prvReadProduct");

        Answer nothing = world.Recommend(customer, user: blind);

        Assert.Empty(nothing.Names);
        Assert.Equal("CallerSeesNoProducts", nothing.Notice);
        Assert.NotEmpty(world.Recommend(customer, user: seeing).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X16")]
    public void Who_may_not_read_the_customer_is_refused_in_the_reader_s_language(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        EntityReference user = world.Loyalty.ProduceUser("CrmExtensions Seller");
        world.Loyalty.SetLanguage(user, 1031);
        IOrganizationService seller = world.Dataverse.Connect(user.Id);

        Exception refused = Assert.ThrowsAny<Exception>(() => world.Recommend(customer, user: seller));

        Assert.Contains("Sie dürfen ihn nicht lesen", refused.Message);
    }

    [Fact]
    public void Nobody_without_the_privilege_may_ask()
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer("account");
        IOrganizationService user = world.Loyalty.ProduceHolderOf("prvReadAccount", "prvReadProduct");

        Assert.ThrowsAny<Exception>(() => world.Recommend(customer, user: user));
    }
}
