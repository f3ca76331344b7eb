using System.Linq;
using System.Text.Json;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What stands in the list "goes with it", and what never does.</summary>
public sealed class RecommendScenario
{
    [Theory]
    [InlineData("account", "opportunity")]
    [InlineData("contact", "opportunity")]
    [InlineData("account", "quote")]
    [InlineData("contact", "salesorder")]
    [Trait("Rule", "P09")]
    [Trait("Rule", "X08")]
    public void What_was_bought_together_is_recommended_with_its_counts(string customers, string documents)
    {
        using var world = new CrossSellWorld();
        Teach(world, customers);
        EntityReference document = world.Open(documents, world.Customer(customers), "Printer");

        Answer answer = world.Recommend(document);

        JsonElement first = answer.GoesWith[0];
        Assert.Equal("Toner", first.GetProperty("product").GetString());
        Assert.Equal("learned", first.GetProperty("source").GetString());
        Assert.Equal(
            "bought together in 8 of 10 orders with Printer (2026-03-01 to 2026-03-01), 3 times as often as expected",
            first.GetProperty("textEn").GetString());
        Assert.Equal(
            "in 8 von 10 Aufträgen mit Printer (01.03.2026 bis 01.03.2026) gemeinsam gekauft, "
            + "3-mal so oft wie erwartet",
            first.GetProperty("textDe").GetString());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X01")]
    public void What_is_owned_and_not_bought_again_is_in_no_list(string customers)
    {
        using var world = new CrossSellWorld();
        Teach(world, customers);
        EntityReference owner = world.Customer(customers);
        world.Bought(owner, "Toner");
        world.Train();

        Answer answer = world.Recommend(world.Open("quote", owner, "Printer"));

        Assert.DoesNotContain("Toner", answer.Names);
        Assert.Empty(answer.Again);
        Assert.Contains("Toner", world.Recommend(world.Open("quote", world.Customer(customers), "Printer")).Names);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X01")]
    public void What_is_bought_again_comes_after_its_own_interval_and_in_the_other_list(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference customer = world.Customer(customers);
        for (int order = 0; order < 3; order++)
        {
            world.Bought(customer, "Paper");
            world.PassDays(30);
        }

        world.PassDays(-5);
        world.Train();
        Assert.Empty(world.Recommend(customer).Again);

        world.PassDays(6);
        Answer due = world.Recommend(customer);

        Assert.Equal(["Paper"], due.Again);
        Assert.DoesNotContain("Paper", due.Names);
        Assert.Equal("ownHistory", due.Of("Paper").GetProperty("source").GetString());
        Assert.Equal(
            "3-mal gekauft, alle 30 Tage fällig, zuletzt vor 31 Tagen",
            due.Of("Paper").GetProperty("textDe").GetString());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X04")]
    public void A_pair_below_the_minimum_support_is_not_shown_whatever_its_share(string customers)
    {
        using var world = new CrossSellWorld();
        for (int order = 0; order < 2; order++) world.Bought(world.Customer(customers), "Anvil", "Hammer");
        world.Bought(world.Customer(customers), "Anvil");
        for (int order = 0; order < 20; order++) world.Bought(world.Customer(customers), "Milk");
        world.Train();
        EntityReference quote = world.Open("quote", world.Customer(customers), "Anvil");

        Assert.NotEqual("learned", SourceOf(world.Recommend(quote), "Hammer"));

        world.Bought(world.Customer(customers), "Anvil", "Hammer");
        world.Train();
        Assert.Equal("learned", SourceOf(world.Recommend(quote), "Hammer"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "X05")]
    public void What_everybody_buys_does_not_stand_before_what_belongs_together(string customers)
    {
        using var world = new CrossSellWorld();
        EntityReference shop = world.Customer(customers);
        for (int order = 0; order < 40; order++)
        {
            string[] more = order % 10 == 0 ? ["Printer", "Bag"] : ["Printer", "Toner", "Bag"];
            world.Bought(shop, [.. more.Where(name => name != "Bag" || order % 5 != 1)]);
        }

        for (int order = 0; order < 100; order++)
            world.Bought(shop, order % 5 == 1 ? ["Milk"] : ["Milk", "Bag"]);
        world.Train();

        string[] names = world.Recommend(world.Open("quote", world.Customer(customers), "Printer")).Names;

        Assert.True(System.Array.IndexOf(names, "Toner") < System.Array.IndexOf(names, "Bag"), string.Join(",", names));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_answer_costs_at_most_six_requests(string customers)
    {
        using var world = new CrossSellWorld();
        Teach(world, customers);
        EntityReference customer = world.Customer(customers);
        EntityReference quote = world.Open("quote", customer, "Printer", "Milk");
        world.Dataverse.RunAsyncJobs();
        world.Dataverse.Requests.Reset();

        world.Recommend(quote);
        Assert.InRange(world.Dataverse.Requests.Of(RequestOrigin.Plugin), 1, 6);

        world.Dataverse.Requests.Reset();
        world.Recommend(customer);
        Assert.InRange(world.Dataverse.Requests.Of(RequestOrigin.Plugin), 1, 6);
    }

    /// <summary>Ten printers, eight of them with toner, in thirty orders.</summary>
    internal static void Teach(CrossSellWorld world, string customers)
    {
        for (int order = 0; order < 8; order++) world.Bought(world.Customer(customers), "Printer", "Toner");
        for (int order = 0; order < 2; order++) world.Bought(world.Customer(customers), "Printer");
        for (int order = 0; order < 20; order++) world.Bought(world.Customer(customers), "Milk");
        world.Train();
    }

    private static string? SourceOf(Answer answer, string product) => answer.GoesWith
        .Where(item => item.GetProperty("product").GetString() == product)
        .Select(item => item.GetProperty("source").GetString()).FirstOrDefault();
}
