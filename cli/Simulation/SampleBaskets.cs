using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Simulation;

/// <summary>What lands in a basket: products by their weight, and the partners of planted pairs.</summary>
internal sealed class SampleBaskets(SampleCatalog catalog)
{
    private const int BulkQuantity = 12;
    private const decimal BulkFactor = 0.95m;

    private readonly int total = catalog.Products.Sum(product => product.Weight);
    private readonly ILookup<string, string> partners =
        catalog.Pairs.ToLookup(pair => pair.First, pair => pair.Second);

    /// <summary>Distinct products; a company takes more of each, and 5 % less to pay from 12 pieces on.</summary>
    public IReadOnlyList<BasketItem> Draw(bool isCompany, SampleRandom random)
    {
        List<string> products = [];
        int picks = isCompany ? random.Between(2, 5) : random.Between(1, 3);
        for (int i = 0; i < picks; i++) Add(Pick(random), products, random);
        return [.. products.Select(product => Item(catalog[product], isCompany, random))];
    }

    private void Add(string product, List<string> products, SampleRandom random)
    {
        if (products.Contains(product)) return;
        products.Add(product);
        foreach (string partner in partners[product])
        {
            if (random.Percent(ProductPair.Percent) && !products.Contains(partner)) products.Add(partner);
        }
    }

    private string Pick(SampleRandom random)
    {
        int at = random.Below(total);
        foreach (SampleProduct product in catalog.Products)
        {
            at -= product.Weight;
            if (at < 0) return product.Id;
        }

        return catalog.Products[^1].Id;
    }

    private static BasketItem Item(SampleProduct product, bool isCompany, SampleRandom random)
    {
        int quantity = isCompany ? random.Between(2, 20) : random.Between(1, 3);
        decimal amount = quantity * product.Price;
        if (quantity >= BulkQuantity) amount = decimal.Round(amount * BulkFactor, 2);
        return new BasketItem(product.Id, quantity, amount);
    }
}
