using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The pairs of a <see cref="BasketTable"/> that are kept: one row of partners a product.</summary>
public sealed class PairTable
{
    private readonly PairRow[] rows;

    internal PairTable(ProductTotals totals, PairRow[] rows, bool isComplete)
    {
        Totals = totals;
        this.rows = rows;
        foreach (PairRow row in rows) Entries += row.Length;
        Pairs = isComplete ? Entries / 2 : CountPairs();
    }

    public ProductTotals Totals { get; }

    /// <summary>Entries of all rows; a pair that both products keep is two.</summary>
    public int Entries { get; }

    /// <summary>Different pairs that stand in at least one row.</summary>
    public int Pairs { get; }

    public IReadOnlyList<int> PartnersOf(int product) => rows[product].Partners;

    /// <returns>False where the row of <paramref name="product"/> does not keep that partner.</returns>
    public bool TryFind(int product, int partner, out PairCount count)
    {
        int at = Array.IndexOf(rows[product].Partners, partner);
        count = at < 0 ? default : rows[product].Counts[at];
        return at >= 0;
    }

    internal PairRow Row(int product) => rows[product];

    private int CountPairs()
    {
        int pairs = 0;
        for (int product = 0; product < rows.Length; product++)
        {
            foreach (int partner in rows[product].Partners)
            {
                if (partner > product || !TryFind(partner, product, out _)) pairs++;
            }
        }

        return pairs;
    }
}
