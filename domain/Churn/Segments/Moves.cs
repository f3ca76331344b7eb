using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What a changed setting would do, before it is saved: how many customers change their group, and which. Slices add
/// up.
/// </summary>
public sealed class Moves<T>
    where T : notnull
{
    /// <summary>Longer lists are cut; the counts are complete.</summary>
    public const int MostListed = 500;

    private readonly Dictionary<Transition, int> counts = new();
    private readonly List<Move<T>> moved = new();

    public int Customers { get; private set; }

    public int MovedCustomers { get; private set; }

    /// <summary>The first ones in the order in which they were added.</summary>
    public IReadOnlyList<Move<T>> Listed => moved;

    /// <summary>All pairs of groups that occur, the most frequent first.</summary>
    public IReadOnlyList<MoveCount<T>> Counts => counts
        .Select(count => new MoveCount<T>(count.Key.Before, count.Key.After, count.Value))
        .OrderByDescending(count => count.Customers)
        .ToArray();

    public void Add(string customer, T before, T after)
    {
        Add(new Transition(before, after), 1);
        if (!Equals(before, after) && moved.Count < MostListed) moved.Add(new Move<T>(customer, before, after));
    }

    public void Add(Moves<T> other)
    {
        foreach (KeyValuePair<Transition, int> count in other.counts) Add(count.Key, count.Value);
        moved.AddRange(other.moved.Take(MostListed - moved.Count));
    }

    private void Add(Transition transition, int customers)
    {
        counts.TryGetValue(transition, out int known);
        counts[transition] = known + customers;
        Customers += customers;
        if (!Equals(transition.Before, transition.After)) MovedCustomers += customers;
    }

    private sealed record Transition(T Before, T After);
}
