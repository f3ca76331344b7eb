using System;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>Sources in their order, gain beside probability, accounts below, and the monthly test.</summary>
public sealed class RankingScenario
{
    [Theory]
    [InlineData("account", "companies", "Firmen")]
    [InlineData("contact", "people", "Personen")]
    [Trait("Rule", "X06")]
    public void One_order_is_answered_by_curated_then_category_then_top_sellers(
        string customers, string group, string german)
    {
        using var world = new CrossSellWorld();
        Families(world);
        for (int order = 0; order < 5; order++)
        {
            world.Bought(world.Customer(customers), "Saw" + order, "Oak" + order);
            world.Bought(world.Customer(customers), "Milk");
        }

        world.Bought(world.Customer(customers), "Oak3");
        world.Train();
        world.Admin.Create(new Entity("productsubstitute")
        {
            ["productid"] = world.Product("Saw0"),
            ["substitutedproductid"] = world.Product("Glove"),
            ["salesrelationshiptype"] = new OptionSetValue(1),
            ["direction"] = new OptionSetValue(0),
        });
        EntityReference customer = world.Customer(customers);
        world.Bought(customer, "Saw0");
        world.Train();

        Answer answer = world.Recommend(customer);

        Assert.Equal(
            ["Glove curated", "Oak3 category", "Milk topSeller"],
            answer.GoesWith.Take(3).Select(item =>
                item.GetProperty("product").GetString() + " " + item.GetProperty("source").GetString()));
        JsonElement category = answer.Of("Oak3");
        Assert.StartsWith(
            "its category was in 5 of 6 orders with the category Tools (2026-03-01 to ",
            category.GetProperty("textEn").GetString());
        Assert.StartsWith("meistverkauft: in 5 von 12 Aufträgen von " + german,
            answer.Of("Milk").GetProperty("textDe").GetString());
        Assert.Equal(group, answer.Of("Milk").GetProperty("values").GetProperty("group").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Rule", "X15")]
    public void A_subsidiary_s_purchase_counts_as_owned_if_the_setting_says_so(bool counts)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        world.Settings(CrossSellWorld.With("subsidiariesown", counts));
        EntityReference head = world.Customer("account");
        EntityReference daughter = world.Customer("account");
        EntityReference granddaughter = world.Customer("account");
        world.Admin.Update(new Entity("account", daughter.Id) { ["parentaccountid"] = head });
        world.Admin.Update(new Entity("account", granddaughter.Id) { ["parentaccountid"] = daughter });
        world.Bought(granddaughter, "Toner");
        world.Train();

        Assert.Equal(!counts, world.Recommend(world.Open("quote", head, "Printer")).Names.Contains("Toner"));
        Assert.Contains("Toner", world.Recommend(
            world.Open("quote", world.Customer("contact"), "Printer")).Names);
        Assert.Empty(world.Recommend(head).Again);
    }

    [Theory]
    [InlineData("account", "currentcost", "margin")]
    [InlineData("contact", "quantityonhand", "stock")]
    [InlineData("account", "crmx_crosssellpriority", "priority")]
    [Trait("Rule", "X17")]
    public void Gain_moves_the_rank_and_its_factor_is_shown(string customers, string column, string factor)
    {
        using var world = new CrossSellWorld();
        Alike(world, customers);
        EntityReference quote = world.Open("quote", world.Customer(customers), "Printer");
        string second = world.Recommend(quote).Names[1];
        string first = world.Recommend(quote).Names[0];
        Assert.Equal(1, FactorOf(world, quote, first, factor));

        if (column == "quantityonhand")
        {
            world.Admin.Update(new Entity("product", world.Product(first).Id)
            {
                ["isstockitem"] = true, [column] = 0m,
            });
        }
        else
        {
            object value = column == "currentcost" ? new Money(2m) : 100;
            world.Admin.Update(new Entity("product", world.Product(second).Id) { [column] = value });
        }

        Assert.Equal([second, first], world.Recommend(quote).Names.Take(2));
        bool isFirst = column == "quantityonhand";
        double shown = FactorOf(world, quote, isFirst ? first : second, factor);
        double expected = column switch { "currentcost" => 1.4, "quantityonhand" => 1 / 1.5, _ => 1.5 };
        Assert.Equal(expected, shown, 5);
        world.Settings(CrossSellWorld.With(factor + "weight", 0));
        Assert.Equal(first, world.Recommend(quote).Names[0]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X18")]
    public void Pairs_that_are_no_better_than_top_sellers_are_not_shown_and_it_is_said(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference shop = world.Customer(customers);
        for (int order = 0; order < 160; order++)
            world.Bought(shop, "Item" + (order % 4), "Item" + ((order + 1 + (order / 4 % 3)) % 4));
        world.Train();
        EntityReference quote = world.Open("quote", world.Customer(customers), "Item0");
        Assert.Contains(world.Recommend(quote).GoesWith, IsLearned);

        Test(world);

        Entity settings = Assert.Single(world.All("crmx_crosssellsettings"));
        Assert.Equal(Crmx.FirstOption + 3, settings.GetAttributeValue<OptionSetValue>("crmx_verdict").Value);
        Assert.Equal(settings["crmx_baselinehitrate"], settings["crmx_hitrate"]);
        Answer answer = world.Recommend(quote);
        Assert.DoesNotContain(answer.GoesWith, IsLearned);
        Assert.NotEmpty(answer.GoesWith);
        Assert.Equal("ModelIsNoBetter", answer.Notice);
        Assert.Contains("cross-sell-pairs-no-better", Findings(world));
    }

    [Fact]
    [Trait("Rule", "X18")]
    public void Pairs_that_find_more_than_top_sellers_pass_with_both_figures_stored()
    {
        using var world = new CrossSellWorld();
        EntityReference shop = world.Customer("account");
        for (int order = 0; order < 200; order++)
            world.Bought(shop, "Pen" + (order % 20), "Ink" + (order % 20));
        world.Train();

        Test(world);

        Entity settings = Assert.Single(world.All("crmx_crosssellsettings"));
        Assert.Equal(Crmx.FirstOption + 1, settings.GetAttributeValue<OptionSetValue>("crmx_verdict").Value);
        Assert.Equal(1m, settings["crmx_hitrate"]);
        Assert.InRange((decimal)settings["crmx_baselinehitrate"], 0m, 0.6m);
        Entity stored = Assert.Single(world.All("crmx_modelrun"));
        Assert.True((bool)stored["crmx_isactive"]);
        Assert.Contains("\"hit10\":\"1.0000\"", (string)stored["crmx_parameters"]);
        Assert.Empty(Findings(world));
    }

    private static void Families(CrossSellWorld world)
    {
        var family = new OptionSetValue(2);
        EntityReference tools = world.Product("Tools", CrossSellWorld.With("productstructure", family));
        EntityReference wood = world.Product("Wood", CrossSellWorld.With("productstructure", family));
        for (int number = 0; number < 5; number++)
        {
            world.Product("Saw" + number, CrossSellWorld.With("parentproductid", tools));
            world.Product("Oak" + number, CrossSellWorld.With("parentproductid", wood));
        }
    }

    /// <summary>Toner and cable, each with six of twelve printers.</summary>
    private static void Alike(CrossSellWorld world, string customers)
    {
        for (int order = 0; order < 12; order++)
            world.Bought(world.Customer(customers), "Printer", order % 2 == 0 ? "Toner" : "Cable");
        for (int order = 0; order < 6; order++) world.Bought(world.Customer(customers), "Milk");
        world.Train();
    }

    private static double FactorOf(CrossSellWorld world, EntityReference quote, string product, string factor) =>
        world.Recommend(quote).Of(product).GetProperty("factors").GetProperty(factor).GetDouble();

    private static bool IsLearned(JsonElement item) => item.GetProperty("source").GetString() == "learned";

    private static void Test(CrossSellWorld world) =>
        world.Execute("crmx_RunJobItem", new("Job", "PairTest"), new("Subject", Guid.Empty));

    private static string[] Findings(CrossSellWorld world) => [.. world.All("crmx_healthfinding")
        .Where(row => row.Contains("crmx_key")).Select(row => (string)row["crmx_code"])];
}
