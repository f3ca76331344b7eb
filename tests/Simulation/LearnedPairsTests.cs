using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Simulation;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Simulation.Tests;

/// <summary>The pair model finds what the simulator planted.</summary>
public sealed class LearnedPairsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-7)]
    [InlineData(20)]
    public void Nine_of_ten_planted_pairs_stand_in_the_top_3(int seed)
    {
        SampleBusiness business = SampleSimulator.Run(new SampleOptions { Seed = seed });
        BasketTableBuilder builder = new();
        foreach (Order order in business.Book.Orders.Where(order => !order.IsCancelled))
        {
            foreach (OrderLine line in order.Lines)
                builder.Add(order.Id, order.CustomerId, order.OrderedOn, line.ProductId);
        }

        BasketTable table = builder.Build();
        PairModel model = new(PairCounting.Count(table, table.All(), new PairOptions { Partners = 20 }));
        GoesWith goesWith = new(model, table.Popularity(table.All()), mayLearn: true);

        int found = business.Catalog.Pairs.Count(pair => goesWith
            .Best(HistoryQuery.OfBasket([Number(table, pair.First)]), [], 3)
            .Any(best => best.Product == Number(table, pair.Second)));

        Assert.True(found >= 0.9 * business.Catalog.Pairs.Count, $"{found} of {business.Catalog.Pairs.Count}");
    }

    private static int Number(BasketTable table, string product)
    {
        Assert.True(table.TryFindProduct(product, out int number));
        return number;
    }
}
