namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What an order of a customer is worth on average: the customer's own mean, drawn towards the mean of all where there
/// are few orders to go by (Bühlmann's credibility, K = 1 order). On most data sets closer than gamma-gamma.
/// </summary>
public static class OrderValue
{
    public const decimal DefaultWeightOfAll = 1;

    /// <param name="orderDays">Days with orders, at least 1.</param>
    /// <param name="total">Net value of those orders, base currency.</param>
    /// <param name="meanOfAll">Mean over customers of their means.</param>
    /// <param name="weightOfAll">How many orders the mean of all counts for, 0 or more.</param>
    public static decimal Expected(
        int orderDays, decimal total, decimal meanOfAll, decimal weightOfAll = DefaultWeightOfAll)
    {
        Require.That(orderDays > 0, "a customer with an order");
        return (total + (weightOfAll * meanOfAll)) / (orderDays + weightOfAll);
    }
}
