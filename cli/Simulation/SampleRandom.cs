using System.Collections.Generic;

namespace CrmExtensions.Cli.Simulation;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every machine and runtime, which <see cref="System.Random"/> does
/// not promise. Every purpose and customer has a stream of its own, so that a change here does not reshuffle the rest.
/// </summary>
internal sealed class SampleRandom(int seed, SampleStream stream, int index)
{
    private ulong state = Mix(Mix((ulong)seed + 1) + ((ulong)stream << 32) + (ulong)index);

    /// <summary>0 to <paramref name="limit"/> - 1; the bias of the remainder is below one in 2^32 here.</summary>
    public int Below(int limit) => (int)((Next() >> 32) % (ulong)limit);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Around 1000, between 1000 - spread and 1000 + spread, the middle more often (sum of two).</summary>
    public int Permille(int spread) => 1000 - spread + Below(spread + 1) + Below(spread + 1);

    public void Shuffle<T>(IList<T> items)
    {
        for (int last = items.Count - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
