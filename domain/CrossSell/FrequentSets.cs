using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Every set of products that stands in enough baskets, as a tree: a node is the set of the products on its way from
/// the root. Found depth first by occurrence deliver (Uno, Asai, Uchida and Arimura, LCM, FIMI 2003): the baskets of a
/// set are walked behind its last product once, so the time grows with what is frequent and no candidate is ever
/// counted in vain. Rare products stand near the root, which keeps the walks short.
/// </summary>
internal sealed class FrequentSets
{
    private const int EndOfBasket = -1;
    private readonly RuleOptions options;
    private readonly int fewest;
    private readonly int[] productOfRank;
    private readonly int[] lines;
    private readonly int[] met;
    private readonly int[] places;
    private int[] occurrences = new int[1024];
    private Node[] nodes = new Node[1024];
    private int used;

    private FrequentSets(BasketTable table, IReadOnlyList<int> baskets, RuleOptions options)
    {
        this.options = options;
        fewest = FewestBaskets(baskets.Count, options.Support);
        int[] popularity = table.Popularity(baskets);
        productOfRank = Frequent(popularity);
        lines = Ranked(table, baskets, productOfRank);
        met = new int[productOfRank.Length];
        places = new int[productOfRank.Length];
        AddNode(EndOfBasket, baskets.Count);
    }

    /// <summary>Sets of one product and more.</summary>
    public int Count => used - 1;

    /// <summary>False if there are more sets than the options allow; what was found until then is here.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The node of the empty set.</summary>
    public int Root => 0;

    public static FrequentSets Of(BasketTable table, IReadOnlyList<int> baskets, RuleOptions options)
    {
        FrequentSets sets = new(table, baskets, options);
        sets.Grow();
        return sets;
    }

    /// <summary>Smallest whole number of baskets that reaches the share; decimals, never floats.</summary>
    public static int FewestBaskets(int baskets, decimal share) => Math.Max(1, (int)Math.Ceiling(baskets * share));

    public int BasketsOf(int node) => nodes[node].Baskets;

    /// <summary>The place of the node's product among the frequent ones, rare ones first.</summary>
    public int RankOf(int node) => nodes[node].Rank;

    public int ProductOf(int rank) => productOfRank[rank];

    public int ChildrenOf(int node) => nodes[node].Children;

    public int ChildOf(int node, int place) => nodes[node].FirstChild + place;

    /// <summary>The node of the set with this product as well; the product must rank behind the set's others.</summary>
    public int Find(int node, int rank)
    {
        int low = nodes[node].FirstChild, high = low + nodes[node].Children - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (nodes[middle].Rank < rank) low = middle + 1;
            else high = middle;
        }

        Require.That(nodes[node].Children > 0 && nodes[low].Rank == rank, "every part of a frequent set is frequent");
        return low;
    }

    private int[] Frequent(int[] popularity)
    {
        var products = new List<int>();
        for (int product = 0; product < popularity.Length; product++)
        {
            if (popularity[product] >= fewest) products.Add(product);
        }

        products.Sort((one, other) => popularity[one] != popularity[other]
            ? popularity[one].CompareTo(popularity[other])
            : one.CompareTo(other));
        return products.ToArray();
    }

    /// <summary>The frequent products of every basket, ascending by rank, each basket with an end.</summary>
    private static int[] Ranked(BasketTable table, IReadOnlyList<int> baskets, int[] productOfRank)
    {
        var rankOf = new int[table.Products.Count];
        for (int rank = 0; rank < productOfRank.Length; rank++) rankOf[productOfRank[rank]] = rank + 1;
        var ranked = new List<int> { EndOfBasket };
        foreach (int basket in baskets)
        {
            int from = ranked.Count;
            for (int i = table.Starts[basket]; i < table.Starts[basket + 1]; i++)
            {
                if (rankOf[table.Items[i]] > 0) ranked.Add(rankOf[table.Items[i]] - 1);
            }

            ranked.Sort(from, ranked.Count - from, Comparer<int>.Default);
            ranked.Add(EndOfBasket);
        }

        return ranked.ToArray();
    }

    private void Grow()
    {
        int baskets = 0;
        for (int place = 0; place < lines.Length - 1; place++)
        {
            if (lines[place] != EndOfBasket) continue;
            Reserve(baskets + 1);
            occurrences[baskets++] = place;
        }

        Grow(Root, new Stretch(0, baskets), baskets, options.Products);
    }

    /// <param name="where">Where the set's last product stands in each of its baskets.</param>
    /// <param name="top">From here on <see cref="occurrences"/> is free.</param>
    /// <param name="more">How many products the set may still grow by.</param>
    private void Grow(int node, Stretch where, int top, int more)
    {
        int found = Meet(where);
        int first = used;
        nodes[node].FirstChild = first;
        nodes[node].Children = found;
        for (int i = 0; i < found; i++) AddNode(met[i], places[met[i]]);
        if (used > options.Sets) IsComplete = false;
        int free = more > 1 && IsComplete ? Deliver(where, top, found) : top;
        for (int i = 0; i < found; i++) places[met[i]] = 0;
        if (free == top) return;
        int start = top;
        for (int child = first; child < first + found && IsComplete; child++)
        {
            int stop = start + nodes[child].Baskets;
            Grow(child, new Stretch(start, stop), free, more - 1);
            start = stop;
        }
    }

    /// <summary>Counts what stands behind the set in its baskets: the frequent ranks are in <see cref="met"/>,
    /// ascending, their counts in <see cref="places"/>.</summary>
    private int Meet(Stretch where)
    {
        int all = 0;
        for (int i = where.From; i < where.To; i++)
        {
            for (int place = occurrences[i] + 1; lines[place] != EndOfBasket; place++)
            {
                if (places[lines[place]]++ == 0) met[all++] = lines[place];
            }
        }

        int found = 0;
        for (int i = 0; i < all; i++)
        {
            if (places[met[i]] >= fewest) met[found++] = met[i];
            else places[met[i]] = 0;
        }

        Array.Sort(met, 0, found);
        return found;
    }

    /// <summary>Writes where each frequent product stands, one stretch each; returns where the last ends.</summary>
    private int Deliver(Stretch where, int top, int found)
    {
        int free = top;
        for (int i = 0; i < found; i++)
        {
            int count = places[met[i]];
            places[met[i]] = free;
            free += count;
        }

        Reserve(free);
        for (int i = where.From; i < where.To; i++)
        {
            for (int place = occurrences[i] + 1; lines[place] != EndOfBasket; place++)
            {
                // A stretch never starts at 0, where the root's own begins: 0 says "not frequent here".
                if (places[lines[place]] > 0) occurrences[places[lines[place]]++] = place;
            }
        }

        return free;
    }

    private void Reserve(int length)
    {
        if (occurrences.Length < length) Array.Resize(ref occurrences, Math.Max(length, 2 * occurrences.Length));
    }

    private void AddNode(int rank, int baskets)
    {
        if (used == nodes.Length) Array.Resize(ref nodes, 2 * used);
        nodes[used++] = new Node { Rank = rank, Baskets = baskets };
    }

    private struct Node
    {
        public int Rank;
        public int Baskets;
        public int FirstChild;
        public int Children;
    }

    private readonly struct Stretch
    {
        public Stretch(int from, int to)
        {
            From = from;
            To = to;
        }

        public int From { get; }

        public int To { get; }
    }
}
