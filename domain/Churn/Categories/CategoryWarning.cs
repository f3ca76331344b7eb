using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>A category that a customer has dropped although it buys as much as ever.</summary>
public sealed record CategoryWarning
{
    public string Category { get; private init; } = "";

    public decimal EarlierValue { get; private init; }

    public decimal LaterValue { get; private init; }

    /// <summary>Its share of the earlier total, 0 to 1.</summary>
    public decimal EarlierShare { get; private init; }

    /// <summary>The largest loss first; empty unless the total was kept.</summary>
    /// <param name="activity">Every category of the customer, products without one included.</param>
    public static IReadOnlyList<CategoryWarning> Of(
        IReadOnlyCollection<CategoryActivity> activity, CategorySettings settings)
    {
        Require.That(settings.AreSound, "settings that fit together");
        decimal earlier = activity.Sum(each => each.EarlierValue), later = activity.Sum(each => each.LaterValue);
        if (earlier <= 0 || later < settings.KeptShare * earlier) return new CategoryWarning[0];
        return activity
            .Where(each => each.EarlierOrderDays >= settings.FewestOrderDays
                && each.EarlierValue >= settings.SmallestShare * earlier
                && each.LaterValue < settings.DroppedBelow * each.EarlierValue)
            .OrderByDescending(each => each.EarlierValue - each.LaterValue)
            .ThenBy(each => each.Category, System.StringComparer.Ordinal)
            .Select(each => new CategoryWarning
            {
                Category = each.Category,
                EarlierValue = each.EarlierValue,
                LaterValue = each.LaterValue,
                EarlierShare = each.EarlierValue / earlier,
            })
            .ToArray();
    }

    /// <param name="name">The category's name in the reader's eyes.</param>
    public string Text(string name, Wording words) => words.Either(
        $"no more {name}: {words.Amount(EarlierValue)} before, {words.Amount(LaterValue)} now; the total was kept",
        $"kein {name} mehr: davor {words.Amount(EarlierValue)}, jetzt {words.Amount(LaterValue)}; "
            + "insgesamt gleich viel");
}
