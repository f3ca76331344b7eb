using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>Relationships of the product catalogue that say the same, and people who change their minds.</summary>
public sealed class CatalogueAttacks
{
    [Fact]
    [Trait("Rule", "X07")]
    public void A_pair_that_two_relationships_say_stays_while_one_of_them_is_left()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference one = Relate(world, "Printer", "Table", 1, 0);
        EntityReference two = Relate(world, "Table", "Printer", 1, 1);
        EntityReference quote = world.Open("quote", world.Customer("account"), "Printer");
        Assert.Contains("Table", world.Recommend(quote).Names);

        world.Admin.Delete(two.LogicalName, two.Id);
        world.Dataverse.RunAsyncJobs();
        Assert.Contains("Table", world.Recommend(quote).Names);

        world.Admin.Delete(one.LogicalName, one.Id);
        world.Dataverse.RunAsyncJobs();
        Assert.DoesNotContain("Table", world.Recommend(quote).Names);
    }

    [Fact]
    [Trait("Rule", "X07")]
    public void Refusing_a_pair_leaves_the_relationship_that_a_person_made()
    {
        using var world = new CrossSellWorld();
        RecommendScenario.Teach(world, "account");
        EntityReference own = Relate(world, "Printer", "Toner", 1, 1);
        Entity pair = world.All("crmx_productaffinity").Single(row =>
            ((OptionSetValue)row["crmx_kind"]).Value == Crmx.FirstOption
            && world.Product("Printer").Equals(row["crmx_productid"])
            && world.Product("Toner").Equals(row["crmx_partnerid"]));
        foreach (int state in new[] { 2, 3 })
        {
            world.Admin.Update(new Entity(pair.LogicalName, pair.Id)
            {
                ["crmx_state"] = new OptionSetValue(Crmx.FirstOption + state),
            });
            world.Dataverse.RunAsyncJobs();
        }

        Assert.Equal(own.Id, Assert.Single(world.All("productsubstitute")).Id);
    }

    private static EntityReference Relate(CrossSellWorld world, string product, string other, int kind, int direction)
    {
        var created = new EntityReference("productsubstitute", world.Admin.Create(new Entity("productsubstitute")
        {
            ["productid"] = world.Product(product),
            ["substitutedproductid"] = world.Product(other),
            ["salesrelationshiptype"] = new OptionSetValue(kind),
            ["direction"] = new OptionSetValue(direction),
        }));
        world.Dataverse.RunAsyncJobs();
        return created;
    }
}
