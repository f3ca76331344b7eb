using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The best partners of one product by the scores of <see cref="Affinity"/>, from the product's own counts and the
/// totals of the others: no table of all pairs is held.
/// </summary>
public sealed class PartnerRanking
{
    public const int Most = 20;

    private readonly IReadOnlyDictionary<string, SharedCount> totals;
    private readonly double sharedOfAll;

    /// <param name="totals">Of every product of the window.</param>
    public PartnerRanking(IReadOnlyDictionary<string, SharedCount> totals)
    {
        this.totals = totals;
        sharedOfAll = Math.Max(1, totals.Values.Sum(total => (double)total.Shared));
    }

    /// <returns>Best first; ties by baskets, then by id.</returns>
    public IReadOnlyList<RankedPartner> Best(
        int baskets, IReadOnlyDictionary<string, PairCount> partners, int fewestTogether) =>
        [.. partners
            .Where(pair => pair.Value.Together >= fewestTogether && totals.ContainsKey(pair.Key))
            .Select(pair => Score(baskets, pair.Key, pair.Value))
            .OrderByDescending(partner => partner.Score)
            .ThenByDescending(partner => partner.PartnerBaskets)
            .ThenBy(partner => partner.Partner, StringComparer.Ordinal)
            .Take(Most)];

    private RankedPartner Score(int baskets, string partner, PairCount pair)
    {
        SharedCount total = totals[partner];
        double share = total.Shared / sharedOfAll;
        double chance = PairFormula.Chance(pair.Weight, baskets, share);
        return new RankedPartner(partner, pair.Together, total.Baskets, chance * PairFormula.Damping(share));
    }
}
