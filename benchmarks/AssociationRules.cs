using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// All rules of 9,835 drawn baskets of 169 products, 4.4 lines each on the average as in the Groceries data set, with a
/// support of .001 and a confidence of .5; beside it the level-wise Apriori that one writes first.
/// </summary>
public class AssociationRules
{
    private const int Baskets = 9_835;
    private const int Products = 169;
    private const int Fewest = 10;

    private readonly RuleOptions _options = new() { Support = 0.001m, Confidence = 0.5m };
    private BasketTable _table = null!;
    private int[] _all = [];

    [GlobalSetup]
    public void Draw()
    {
        Random random = new(1);
        BasketTableBuilder builder = new();
        for (int basket = 0; basket < Baskets; basket++)
        {
            int size = 1 + (int)(-4.2 * Math.Log(1 - random.NextDouble()));
            for (int i = 0; i < size; i++)
            {
                double drawn = random.NextDouble();
                builder.Add($"O{basket}", "", DateTime.UnixEpoch, $"P{(int)(drawn * drawn * drawn * Products):000}");
            }
        }

        _table = builder.Build();
        _all = _table.All();
        if (Apriori() != DepthFirst()) throw new InvalidOperationException("The two searches find different sets.");
    }

    [Benchmark(Baseline = true)]
    public int Apriori()
    {
        List<FrequentSet> level = [.. _all
            .SelectMany(basket => _table[basket].Select(item => KeyValuePair.Create(item, basket)))
            .GroupBy(line => line.Key, line => line.Value)
            .Select(item => new FrequentSet([item.Key], [.. item]))
            .Where(set => set.Baskets.Count >= Fewest)];
        int sets = level.Count;
        while (level.Count > 0)
        {
            level = [.. level.GroupBy(set => string.Join(' ', set.Items[..^1])).SelectMany(Join)];
            sets += level.Count;
        }

        return sets;
    }

    [Benchmark]
    public int DepthFirst() => RuleMining.Of(_table, _all, _options).Sets;

    /// <summary>Sets that differ in their last product only, two and two.</summary>
    private static IEnumerable<FrequentSet> Join(IEnumerable<FrequentSet> alike)
    {
        FrequentSet[] sets = [.. alike];
        foreach (FrequentSet one in sets)
        {
            foreach (FrequentSet other in sets.Where(other => other.Items[^1] > one.Items[^1]))
            {
                HashSet<int> both = [.. one.Baskets];
                both.IntersectWith(other.Baskets);
                if (both.Count >= Fewest) yield return new FrequentSet([.. one.Items, other.Items[^1]], both);
            }
        }
    }

    private sealed record FrequentSet(int[] Items, HashSet<int> Baskets);
}
