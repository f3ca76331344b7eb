using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What an order of a customer is worth on average: the customer's own mean, drawn towards the typical customer where
/// there are few orders to go by (Bühlmann's credibility, K = 1 order). Typical is the median of the customers' means:
/// a few huge orders move the mean of all, but tell nothing about the others (ADR 0010).
/// </summary>
public static class OrderValue
{
    public const decimal DefaultWeightOfTypical = 1;

    /// <param name="orderDays">Days with orders, at least 1.</param>
    /// <param name="total">Net value of those orders, base currency.</param>
    /// <param name="typical">See <see cref="Typical"/>.</param>
    /// <param name="weightOfTypical">How many orders it counts for, 0 or more.</param>
    public static decimal Expected(
        int orderDays, decimal total, decimal typical, decimal weightOfTypical = DefaultWeightOfTypical)
    {
        Require.That(orderDays > 0, "a customer with an order");
        return (total + (weightOfTypical * typical)) / (orderDays + weightOfTypical);
    }

    /// <summary>Median of the customers' mean order values; of an even number the upper middle one.</summary>
    public static decimal Typical(IEnumerable<decimal> meansOfCustomers)
    {
        decimal[] means = meansOfCustomers.OrderBy(mean => mean).ToArray();
        Require.That(means.Length > 0, "at least one customer");
        return means[means.Length / 2];
    }
}
