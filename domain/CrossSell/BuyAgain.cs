using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The list "buy again": products of the customer's own past that are due by their own rhythm. What was bought often
/// and lately comes first; what is not known to be bought again never comes.
/// </summary>
public static class BuyAgain
{
    /// <summary>What a purchase weighs for every basket that the customer bought after it.</summary>
    public const double Decay = 0.9;

    /// <param name="baskets">Of one customer, ascending.</param>
    /// <returns>Per product that was bought, how.</returns>
    public static IReadOnlyDictionary<int, PurchaseRhythm> Rhythms(BasketTable table, IReadOnlyList<int> baskets)
    {
        Dictionary<int, PurchaseRhythm> rhythms = [];
        for (int place = 0; place < baskets.Count; place++)
        {
            DateTime on = table.DateOf(baskets[place]);
            foreach (int product in table[baskets[place]])
            {
                rhythms[product] = rhythms.TryGetValue(product, out PurchaseRhythm before)
                    ? before.Then(on, place)
                    : PurchaseRhythm.First(on, place);
            }
        }

        return rhythms;
    }

    /// <param name="rhythms">Of one customer.</param>
    /// <param name="lastBasket">The customer's last basket, counted from 0.</param>
    /// <param name="today">Due is what has waited its interval on this day.</param>
    /// <returns>At most <paramref name="top"/>, best first; ties by number.</returns>
    public static IReadOnlyList<Suggestion> Due(
        IReadOnlyDictionary<int, PurchaseRhythm> rhythms,
        RepurchaseIntervals usual,
        int lastBasket,
        DateTime today,
        int top)
    {
        List<Suggestion> due = [];
        foreach (KeyValuePair<int, PurchaseRhythm> bought in rhythms)
        {
            PurchaseRhythm rhythm = bought.Value;
            int since = (today.Date - rhythm.Last).Days;
            if (rhythm.Interval(usual.Median(bought.Key)) is not { } interval || since < interval) continue;
            due.Add(new Suggestion(
                bought.Key,
                rhythm.WeightAt(lastBasket),
                SuggestionSource.OwnHistory,
                rhythm.Times > 1 ? ReasonCode.DueByOwnRhythm : ReasonCode.DueByOthersRhythm)
            {
                Times = rhythm.Times,
                IntervalDays = interval,
                DaysSince = since,
            });
        }

        return [.. due.OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Product)
            .Take(top)];
    }
}
