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

    /// <summary>A discount that was written as a line is no bought unit.</summary>
    public decimal WholeUnits => Line is { Quantity: > 0, IsRedemption: false } line
        ? decimal.Floor(line.Quantity.GetValueOrDefault())
        : 0;

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
