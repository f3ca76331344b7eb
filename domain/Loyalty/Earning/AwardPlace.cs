using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>A line, the freight or the header of a document while its award is computed.</summary>
internal sealed class AwardPlace
{
    public PurchaseLine? Line { get; init; }
    public string? Item { get; init; }
    public decimal Amount { get; init; }
    public string? ExcludedBy { get; set; }
    public long BasePoints { get; set; }

    /// <summary>Below zero on a line that goes back. A discount that was written as a line is no bought unit.</summary>
    private decimal WholeUnits => Line is { Quantity: not null, IsRedemption: false } line
        ? decimal.Floor(line.Quantity.GetValueOrDefault())
        : 0;

    /// <summary>What goes back of a product is taken off what the same document buys of it; a write-in has no product
    /// and stands alone.</summary>
    private Guid Product => Line is { ProductId: { } product } ? product : Line?.Id ?? Guid.Empty;

    /// <summary>
    /// Bought units of each place: net for each product and never below zero, cut to the lines that buy.
    /// </summary>
    public static IReadOnlyList<decimal> NetUnits(IReadOnlyList<AwardPlace> places)
    {
        var units = new decimal[places.Count];
        foreach (IGrouping<Guid, int> same in Enumerable.Range(0, places.Count).GroupBy(at => places[at].Product))
        {
            int[] bought = same.Where(at => places[at].WholeUnits > 0).ToArray();
            decimal net = Math.Max(0, same.Sum(at => places[at].WholeUnits));
            if (bought.Length == 0 || net == 0) continue;
            decimal[] weights = bought.Select(at => places[at].WholeUnits).ToArray();
            IReadOnlyList<long> shares = Apportion.Whole((long)Math.Min(net, long.MaxValue), weights);
            for (int at = 0; at < bought.Length; at++) units[bought[at]] = shares[at];
        }

        return units;
    }

    public BreakdownPart Part(string rule, long points) => new()
    {
        Rule = rule,
        Line = Line?.Id,
        Item = Item,
        Units = rule == BreakdownPart.BaseRate ? Line?.Quantity : null,
        Amount = rule == BreakdownPart.BaseRate || rule == ExcludedBy ? Amount : 0m,
        Points = (int)points,
    };

    /// <summary>Cuts a bonus (or what a rule takes away) to the places; places without a share are left out.</summary>
    public static IEnumerable<BreakdownPart> Spread(
        string rule, long points, IReadOnlyList<AwardPlace> places, IReadOnlyList<decimal> weights)
    {
        long size = points < 0 ? -points : points;
        IReadOnlyList<long> shares = Apportion.Whole(size, weights);
        return places
            .Select((place, at) => place.Part(rule, points < 0 ? -shares[at] : shares[at]))
            .Where(part => part.Points != 0);
    }
}
