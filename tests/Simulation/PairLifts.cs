using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Simulation.Tests;

/// <summary>
/// Lift of every pair of products: how much more often they share a basket than if they were independent.
/// </summary>
internal sealed class PairLifts
{
    private readonly int baskets;
    private readonly Dictionary<string, int> products = [];
    private readonly Dictionary<(string, string), int> pairs = [];

    public PairLifts(IReadOnlyList<Order> orders)
    {
        baskets = orders.Count;
        foreach (Order order in orders)
        {
            string[] items = [.. order.Lines.Select(line => line.ProductId).Distinct().Order(StringComparer.Ordinal)];
            for (int i = 0; i < items.Length; i++)
            {
                products[items[i]] = products.GetValueOrDefault(items[i]) + 1;
                for (int j = i + 1; j < items.Length; j++)
                    pairs[(items[i], items[j])] = pairs.GetValueOrDefault((items[i], items[j])) + 1;
            }
        }
    }

    public int Together(string one, string other) => pairs.GetValueOrDefault(Key(one, other));

    public double Of(string one, string other) =>
        (double)Together(one, other) * baskets / ((double)products[one] * products[other]);

    public IEnumerable<FoundPair> All(int support) =>
        pairs.Where(pair => pair.Value >= support)
            .Select(pair => new FoundPair(pair.Key.Item1, pair.Key.Item2, Of(pair.Key.Item1, pair.Key.Item2)));

    private static (string, string) Key(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    internal sealed record FoundPair(string One, string Other, double Lift)
    {
        public bool IsOf(string first, string second) => (One, Other) == Key(first, second);
    }
}
