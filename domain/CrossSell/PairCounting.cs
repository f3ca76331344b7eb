using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Counts all pairs of many baskets at once, one product after the other: its baskets are walked with one counter for
/// every other product, small enough for the processor's cache, and what is kept becomes its row. No table of all pairs
/// is ever held: 20 bytes a product while it counts, and 20 bytes an entry that is kept. A line has at most 49 partners
/// and an entry takes three of these, so the entries of a million lines stay below 330 MB however they are chosen.
/// </summary>
public sealed class PairCounting
{
    private readonly PairOptions options;
    private readonly int[] starts;
    private readonly int[] items;
    private readonly long[] units;
    private readonly ProductTotals totals;
    private readonly int[] basketStarts;
    private readonly int[] basketsOfProduct;

    private PairCounting(BasketTable table, IReadOnlyList<int> baskets, PairOptions options)
    {
        this.options = options;
        starts = new int[baskets.Count + 1];
        units = new long[baskets.Count];
        for (int i = 0; i < baskets.Count; i++)
        {
            int size = BasketCut.Size(table[baskets[i]].Count, options.MaxBasketSize);
            units[i] = size > 1 ? PairWeight.UnitsOf(size) : 0;
            starts[i + 1] = starts[i] + size;
        }

        items = new int[starts[baskets.Count]];
        for (int i = 0; i < baskets.Count; i++) Cut(table, baskets[i], i);
        totals = Total(table.Products.Count);
        basketStarts = new int[table.Products.Count + 1];
        basketsOfProduct = Invert();
    }

    /// <param name="baskets">Numbers of the baskets that count.</param>
    public static PairTable Count(BasketTable table, IReadOnlyList<int> baskets, PairOptions options) =>
        new PairCounting(table, baskets, options).Run();

    private void Cut(BasketTable table, int basket, int place)
    {
        int from = table.Starts[basket];
        int whole = table.Starts[basket + 1] - from;
        for (int i = starts[place]; i < starts[place + 1]; i++)
            items[i] = table.Items[from + BasketCut.Place(i - starts[place], whole, options.MaxBasketSize)];
    }

    private ProductTotals Total(int products)
    {
        var baskets = new int[products];
        var shared = new int[products];
        for (int basket = 0; basket < units.Length; basket++)
        {
            for (int i = starts[basket]; i < starts[basket + 1]; i++)
            {
                baskets[items[i]]++;
                if (units[basket] > 0) shared[items[i]]++;
            }
        }

        return new ProductTotals(units.Length, baskets, shared);
    }

    private int[] Invert()
    {
        for (int product = 0; product < totals.Products; product++)
            basketStarts[product + 1] = basketStarts[product] + totals.Baskets(product);
        var next = (int[])basketStarts.Clone();
        var inverted = new int[items.Length];
        for (int basket = 0; basket < units.Length; basket++)
        {
            for (int i = starts[basket]; i < starts[basket + 1]; i++) inverted[next[items[i]]++] = basket;
        }

        return inverted;
    }

    private PairTable Run()
    {
        var rows = new PairRow[totals.Products];
        var cells = new Cell[totals.Products];
        var met = new int[totals.Products];
        for (int product = 0; product < rows.Length; product++)
        {
            int found = Walk(product, cells, met);
            cells[product].Together = 0;
            PairRow row = Keep(cells, met, found);
            rows[product] = options.Partners > 0 ? row.Best(options.Partners, Scores(product, row), totals) : row;
        }

        return new PairTable(totals, rows, isComplete: options.Partners == 0);
    }

    // Both directions are walked: filling the second one from the first costs more, its writes miss the cache.
    private int Walk(int product, Cell[] cells, int[] met)
    {
        int found = 0;
        for (int at = basketStarts[product]; at < basketStarts[product + 1]; at++)
        {
            int basket = basketsOfProduct[at];
            long unit = units[basket];
            for (int i = starts[basket], end = starts[basket + 1]; i < end; i++)
            {
                ref Cell cell = ref cells[items[i]];
                if (cell.Together++ == 0) met[found++] = items[i];
                cell.Units += unit;
            }
        }

        return found;
    }

    private PairRow Keep(Cell[] cells, int[] met, int found)
    {
        int kept = 0;
        for (int i = 0; i < found; i++)
        {
            if (cells[met[i]].Together >= options.MinimumTogether) met[kept++] = met[i];
            else cells[met[i]] = default;
        }

        PairRow row = new(kept);
        for (int i = 0; i < kept; i++)
        {
            Cell cell = cells[met[i]];
            cells[met[i]] = default;
            row.Partners[i] = met[i];
            row.Counts[i] = new PairCount(cell.Together, cell.Units);
        }

        return row;
    }

    private double[] Scores(int product, PairRow row)
    {
        var scores = new double[row.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            double share = totals.Share(row.Partners[i]);
            scores[i] = PairFormula.Chance(row.Counts[i].Weight, totals.Baskets(product), share)
                * PairFormula.Damping(share);
        }

        return scores;
    }

    private struct Cell
    {
        public int Together;
        public long Units;
    }
}
