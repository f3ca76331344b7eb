using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What people say in the product catalogue, and what the catalogue learns.</summary>
public sealed class CatalogueScenario
{
    private const int CrossSell = 1, Substitute = 3, UpSell = 0;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X07")]
    public void A_curated_pair_stands_before_a_learned_one_in_its_direction_only(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        Relate(world, "Printer", "Table", CrossSell, bothWays: false);
        Relate(world, "Milk", "Cookie", CrossSell, bothWays: true);
        Relate(world, "Printer", "Press", UpSell, bothWays: false);

        string[] names = world.Recommend(world.Open("quote", world.Customer(customers), "Printer")).Names;

        Assert.Equal(["Table", "Toner"], names.Take(2));
        Assert.DoesNotContain("Press", names);
        Assert.DoesNotContain("Printer", Curated(world, customers, "Table"));
        Assert.Contains("Cookie", Curated(world, customers, "Milk"));
        Assert.Contains("Milk", Curated(world, customers, "Cookie"));
    }

    [Theory]
    [InlineData("account", 0, "Table Toner")]
    [InlineData("contact", 1, "Toner Table")]
    [InlineData("account", 2, "Table")]
    [Trait("Rule", "X07")]
    public void The_setting_says_what_becomes_of_learned_pairs(string customers, int policy, string expected)
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("curatedpolicy", new OptionSetValue(Crmx.FirstOption + policy)));
        RecommendScenario.Teach(world, customers);
        world.Product("Table", CrossSellWorld.With("currentcost", new Money(9.9m)));
        Relate(world, "Printer", "Table", CrossSell, bothWays: false);
        world.Admin.Update(new Entity("product", world.Product("Toner").Id) { ["currentcost"] = new Money(1m) });

        Answer answer = world.Recommend(world.Open("quote", world.Customer(customers), "Printer"));

        string[] related = [.. answer.GoesWith
            .Where(item => item.GetProperty("source").GetString() is "curated" or "learned")
            .Select(item => item.GetProperty("product").GetString()!)];
        Assert.Equal(expected.Split(' '), related);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X02")]
    public void The_substitute_of_what_is_on_the_document_is_not_recommended(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        EntityReference quote = world.Open("quote", world.Customer(customers), "Printer", "Refill");
        Assert.Contains("Toner", world.Recommend(quote).Names);

        EntityReference row = Relate(world, "Toner", "Refill", Substitute, bothWays: false);
        Assert.DoesNotContain("Toner", world.Recommend(quote).Names);

        world.Admin.Delete(row.LogicalName, row.Id);
        world.Dataverse.RunAsyncJobs();
        Assert.Contains("Toner", world.Recommend(quote).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X13")]
    public void A_bundle_and_its_parts_are_not_recommended_to_each_other(string customers)
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, customers);
        world.Admin.Create(new Entity("productassociation")
        {
            ["productid"] = world.Product("Printer"), ["associatedproduct"] = world.Product("Toner"),
        });
        world.Dataverse.RunAsyncJobs();

        Assert.DoesNotContain("Toner", Names(world, customers, "Printer"));
        Assert.DoesNotContain("Printer", Names(world, customers, "Toner"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X14")]
    public void A_sensitive_category_is_recommended_only_where_a_person_approved_the_pair(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference family =
            world.Product("Alcohol", CrossSellWorld.With("productstructure", new OptionSetValue(2)));
        world.Product("Wine", CrossSellWorld.With("parentproductid", family));
        for (int order = 0; order < 6; order++) world.Bought(world.Customer(customers), "Glass", "Wine");
        for (int order = 0; order < 9; order++) world.Bought(world.Customer(customers), "Milk");
        world.Train();
        EntityReference quote = world.Open("quote", world.Customer(customers), "Glass");
        Assert.Contains("Wine", world.Recommend(quote).Names);

        world.Settings(CrossSellWorld.With("sensitivecategories", "Weapons\nalcohol"));
        Assert.DoesNotContain("Wine", world.Recommend(quote).Names);

        Decide(world, "Glass", "Wine", state: 2);
        Assert.Contains("Wine", world.Recommend(quote).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X07")]
    public void A_strong_pair_is_proposed_and_becomes_a_catalogue_row_when_it_is_approved(string customers)
    {
        using var world = new CrossSellWorld();
        world.Settings(CrossSellWorld.With("proposaltogether", 8), new("proposallift", 2m));
        RecommendScenario.Teach(world, customers);
        Assert.Equal(Crmx.FirstOption + 1, StateOf(world, "Printer", "Toner"));
        Assert.Empty(world.All("productsubstitute"));

        Decide(world, "Printer", "Toner", state: 2);

        Entity row = Assert.Single(world.All("productsubstitute"));
        Assert.Equal(world.Product("Printer"), row["productid"]);
        Assert.Equal(world.Product("Toner"), row["substitutedproductid"]);
        Assert.Equal(CrossSell, ((OptionSetValue)row["salesrelationshiptype"]).Value);
        Assert.Equal(0, ((OptionSetValue)row["direction"]).Value);
        world.Bought(world.Customer(customers), "Printer", "Toner");
        world.Train();
        Assert.Equal(Crmx.FirstOption + 2, StateOf(world, "Printer", "Toner"));

        Decide(world, "Printer", "Toner", state: 3);
        world.Dataverse.RunAsyncJobs();
        Assert.Empty(world.All("productsubstitute"));
        Assert.DoesNotContain("Toner", world.Recommend(
            world.Open("quote", world.Customer(customers), "Printer")).GoesWith
            .Where(item => item.GetProperty("source").GetString() != "topSeller")
            .Select(item => item.GetProperty("product").GetString()));
    }

    private static EntityReference Relate(
        CrossSellWorld world, string product, string other, int kind, bool bothWays)
    {
        var row = new Entity("productsubstitute")
        {
            ["productid"] = world.Product(product),
            ["substitutedproductid"] = world.Product(other),
            ["salesrelationshiptype"] = new OptionSetValue(kind),
            ["direction"] = new OptionSetValue(bothWays ? 1 : 0),
        };
        var created = new EntityReference(row.LogicalName, world.Admin.Create(row));
        world.Dataverse.RunAsyncJobs();
        return created;
    }

    private static Entity Pair(CrossSellWorld world, string product, string partner) =>
        Assert.Single(world.All("crmx_productaffinity"), row =>
            ((OptionSetValue)row["crmx_kind"]).Value == Crmx.FirstOption
            && world.Product(product).Equals(row["crmx_productid"])
            && world.Product(partner).Equals(row["crmx_partnerid"]));

    private static int StateOf(CrossSellWorld world, string product, string partner) =>
        ((OptionSetValue)Pair(world, product, partner)["crmx_state"]).Value;

    private static void Decide(CrossSellWorld world, string product, string partner, int state) =>
        world.Admin.Update(new Entity("crmx_productaffinity", Pair(world, product, partner).Id)
        {
            ["crmx_state"] = new OptionSetValue(Crmx.FirstOption + state),
        });

    private static string[] Names(CrossSellWorld world, string customers, string product) =>
        world.Recommend(world.Open("quote", world.Customer(customers), product)).Names;

    private static string[] Curated(CrossSellWorld world, string customers, string product) =>
        [.. world.Recommend(world.Open("quote", world.Customer(customers), product)).GoesWith
            .Where(item => item.GetProperty("source").GetString() == "curated")
            .Select(item => item.GetProperty("product").GetString()!)];
}
