using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Which baskets a model may learn from, and on which it is tested.</summary>
public sealed class BasketSplit
{
    private BasketSplit(IReadOnlyList<int> training, IReadOnlyList<int> test)
    {
        Training = training;
        Test = test;
    }

    public IReadOnlyList<int> Training { get; }

    public IReadOnlyList<int> Test { get; }

    /// <summary>The last fifth by date is the test.</summary>
    public static BasketSplit LastFifth(IReadOnlyList<int> baskets)
    {
        int training = (int)(baskets.Count * 4L / 5);
        List<int> first = [], rest = [];
        for (int i = 0; i < baskets.Count; i++) (i < training ? first : rest).Add(baskets[i]);
        return new BasketSplit(first, rest);
    }

    /// <summary>Every fifth is the test, for files whose dates say nothing.</summary>
    public static BasketSplit EveryFifth(IReadOnlyList<int> baskets)
    {
        List<int> training = [], test = [];
        for (int i = 0; i < baskets.Count; i++) (i % 5 == 4 ? test : training).Add(baskets[i]);
        return new BasketSplit(training, test);
    }
}
