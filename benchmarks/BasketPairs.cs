using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// All pairs of 36,000 drawn baskets of 4,600 products, 22 lines each on the average as at a wholesaler; beside it a
/// dictionary of pairs, as one writes it first.
/// </summary>
public class BasketPairs
{
    private const int Baskets = 36_000;
    private const int Products = 4_600;

    private BasketTable _table = null!;
    private int[] _all = [];

    [GlobalSetup]
    public void Draw()
    {
        Random random = new(1);
        BasketTableBuilder builder = new();
        for (int basket = 0; basket < Baskets; basket++)
        {
            int size = 1 + (int)(-21 * Math.Log(1 - random.NextDouble()));
            for (int i = 0; i < size; i++)
            {
                double drawn = random.NextDouble();
                builder.Add($"O{basket}", "", DateTime.UnixEpoch, $"P{(int)(drawn * drawn * Products):0000}");
            }
        }

        _table = builder.Build();
        _all = _table.All();
    }

    [Benchmark(Baseline = true)]
    public int DictionaryOfPairs()
    {
        Dictionary<long, PairCount> pairs = [];
        for (int basket = 0; basket < _table.Count; basket++)
        {
            IReadOnlyList<int> items = _table[basket];
            if (items.Count < 2) continue;
            PairCount one = new(1, PairWeight.UnitsOf(items.Count));
            for (int i = 0; i < items.Count; i++)
            {
                for (int j = i + 1; j < items.Count; j++)
                {
                    long key = (long)items[i] << 32 | (uint)items[j];
                    pairs[key] = pairs.TryGetValue(key, out PairCount known) ? known.Plus(one) : one;
                }
            }
        }

        return pairs.Count;
    }

    [Benchmark]
    public int AllPairs() =>
        PairCounting.Count(_table, _all, new PairOptions { MaxBasketSize = int.MaxValue, MinimumTogether = 1 }).Pairs;

    [Benchmark]
    public int PairsAsTheModelCountsThem() => PairCounting.Count(_table, _all, PairOptions.Default).Pairs;

    [Benchmark]
    public int BestTwentyOfEachProduct() =>
        PairCounting.Count(_table, _all, new PairOptions { Partners = 20 }).Pairs;
}
