using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

/// <summary>Counts as rows hold them, and what a customer's orders say.</summary>
public sealed class StoredCountsTests
{
    [Fact]
    [Trait("Rule", "X20")]
    public void Orders_that_come_and_go_page_by_page_leave_the_counts_of_those_that_stay()
    {
        var random = new Random(7);
        Dictionary<string, ProductCounts> stored = [];
        List<string[]> counted = [];
        for (int page = 0; page < 20; page++)
        {
            var changes = new BasketChanges();
            for (int order = 0; order < 15; order++)
            {
                bool leaves = counted.Count > 0 && random.Next(3) == 0;
                string[] basket = leaves
                    ? counted[random.Next(counted.Count)]
                    : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => "p" + random.Next(9)).Distinct()];
                CountedBasket one = new() { Order = basket };
                changes.Replace(leaves ? one : CountedBasket.Nothing, leaves ? CountedBasket.Nothing : one);
                if (leaves) counted.Remove(basket);
                else counted.Add(basket);
            }

            foreach (KeyValuePair<string, ProductCounts> change in changes.Of(BasketWindow.SameOrder).Products)
                stored[change.Key] = Saved(stored, change.Key, change.Value);
        }

        BasketCounts fresh = new();
        foreach (string[] basket in counted) fresh.Add(basket);
        foreach (KeyValuePair<string, ProductCounts> product in fresh.Products)
        {
            Assert.Equal(product.Value.Baskets, stored[product.Key].Baskets);
            Assert.Equal(PartnerText.Write(product.Value), PartnerText.Write(stored[product.Key]));
        }

        Assert.All(stored.Where(row => !fresh.Products.ContainsKey(row.Key)),
            gone => Assert.Equal(0, gone.Value.Baskets));
    }

    [Fact]
    public void Ranks_from_rows_are_those_of_all_counts()
    {
        BasketCounts counts = new();
        foreach (string basket in new[] { "a b", "a b c", "a b", "a c", "b d", "c d", "a c", "c" })
            counts.Add(basket.Split(' '));
        PartnerRanking ranking = new(counts.Products.ToDictionary(
            product => product.Key, product => new SharedCount(product.Value.Baskets, product.Value.SharedBaskets)));

        IReadOnlyList<RankedPartner> ranked =
            ranking.Best(counts.Products["a"].Baskets, PartnerText.Read(PartnerText.Write(counts.Products["a"])), 3);

        IReadOnlyList<ScoredProduct> expected = new Affinity(counts).PartnersOf("a", 20);
        Assert.Equal(expected.Select(partner => partner.Product), ranked.Select(partner => partner.Partner));
        Assert.Equal(expected[0].Score, ranked[0].Score, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("[]")]
    public void Partners_that_are_damaged_count_as_none(string text) => Assert.Empty(PartnerText.Read(text));

    [Fact]
    [Trait("Rule", "X11")]
    public void A_return_takes_from_the_latest_purchases_and_leaves_what_is_kept()
    {
        CustomerHistory history = new(
        [
            new CustomerOrder("1", new Day(2026, 1, 1), [new("a", 2, "f"), new("b", 1, "")]),
            new CustomerOrder("2", new Day(2026, 1, 5), [new("a", 1, "f"), new("c", 1, "g")]),
            new CustomerOrder("3", new Day(2026, 1, 9), [new("a", -2, "f")]),
        ]);

        Assert.Equal(["a", "b"], history.Baskets[0].Products);
        Assert.Equal(["c"], history.Baskets[1].Products);
        Assert.Equal(["g"], history.Baskets[1].Families);
        Assert.Empty(history.Baskets[2].Products);
        Assert.Equal(1, history.RhythmOf("a")!.Rhythm.Times);
        Assert.Equal(["a", "b", "c"], history.WindowOf(history.Baskets[1], 4));
        Assert.Equal(["c"], history.WindowOf(history.Baskets[1], 3));
        Assert.Empty(history.WindowOf(history.Baskets[2], 30));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "1")]
    [Trait("Rule", "X11")]
    public void A_return_of_the_same_day_finds_its_purchase_whatever_the_ids(string bought, string returned)
    {
        CustomerHistory history = new(
        [
            new CustomerOrder(bought, new Day(2026, 1, 1), [new("a", 1, "")]),
            new CustomerOrder(returned, new Day(2026, 1, 1), [new("a", -1, "")]),
        ]);

        Assert.All(history.Baskets, basket => Assert.Empty(basket.Products));
    }

    [Fact]
    public void Lines_baskets_and_top_sellers_survive_their_text()
    {
        BasketLine[] lines = [new("b", -1.5m, ""), new("a", 2m, "f"), new("a", 1m, "f")];
        CountedBasket basket = new() { Group = BuyerGroup.People, Order = ["a", "b"], WithinDays = ["a"] };
        TopSellers sellers = new([new("a", 3)], [new("b", 2), new("\"c", 1)]);

        Assert.Equal("a=3=f;b=-1.5=", BasketLine.Write(lines));
        Assert.Equal([new("a", 3m, "f"), new("b", -1.5m, "")], BasketLine.Read("a=3=f;b=-1.5=;broken"));
        Assert.Equal(basket.ToText(), CountedBasket.Parse(basket.ToText()).ToText());
        Assert.Equal("", CountedBasket.Parse("nonsense").ToText());
        Assert.Equal(sellers.People, TopSellers.Parse(sellers.ToJson()).People);
        Assert.Empty(TopSellers.Parse("{\"companies\":[[1]]}").Companies);
    }

    private static ProductCounts Saved(Dictionary<string, ProductCounts> stored, string product, ProductCounts change)
    {
        stored.TryGetValue(product, out ProductCounts? row);
        ProductCounts sum = ProductCounts.Restore(
            row?.Baskets ?? 0, row?.SharedBaskets ?? 0,
            PartnerText.Read(row is null ? "" : PartnerText.Write(row)));
        sum.Merge(change);
        return sum;
    }

    [Fact]
    [Trait("Rule", "C23")]
    public void An_order_of_nobody_counts_for_its_products_and_for_no_group()
    {
        var changes = new BasketChanges();
        CountedBasket persons = new() { Group = BuyerGroup.People, Order = ["bed", "lamp"], WithinDays = ["bed"] };
        changes.Replace(CountedBasket.Nothing, persons);

        changes.Replace(persons, persons with { Group = BuyerGroup.Everybody, WithinDays = [] });

        Assert.Equal(1, changes.Of(BasketWindow.SameOrder).Baskets);
        Assert.Equal(0, changes.Of(BasketWindow.WithinDays).Baskets);
        Assert.Equal(0, changes.PersonBaskets);
        Assert.Equal(0, changes.CompanyBaskets);
        Assert.Equal(0, changes.PeopleOf("bed") + changes.CompaniesOf("bed"));
    }
}
