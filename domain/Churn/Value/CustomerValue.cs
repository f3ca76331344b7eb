using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What a customer is expected to be worth, as a formula that can be shown: average monthly value x months x retention,
/// times the margin where cost is known. All amounts in base currency.
/// </summary>
public sealed record CustomerValue
{
    internal const double DaysPerMonth = 365.25 / 12;

    // Two-sided 80 % of the normal distribution.
    private const double Quantile = 1.2815515655446004;

    /// <summary>Expected value of one order: the own mean, drawn towards the typical customer's.</summary>
    public decimal OrderValue { get; private init; }

    /// <summary>Value of a month if the customer went on as before.</summary>
    public decimal AverageMonthly { get; private init; }

    public double Months { get; private init; }

    /// <summary>Share of the orders at the past rate that is still expected, 0 to 1.</summary>
    public double Retention { get; private init; }

    /// <summary>Null: <see cref="Amount"/> is revenue, not profit.</summary>
    public decimal? Margin { get; private init; }

    public double ExpectedOrders { get; private init; }

    public decimal Amount { get; private init; }

    /// <summary>Lower end of an 80 % range; the chance of the number of orders, the spread of the own order values and
    /// the error of the back-test are in it.</summary>
    public decimal Low { get; private init; }

    public decimal High { get; private init; }

    public ValueConfidence Confidence { get; private init; }

    /// <param name="customer">With at least one order.</param>
    /// <param name="outlook">What is expected of it.</param>
    /// <param name="typicalOrder">Null: the own mean alone.</param>
    /// <param name="margin">Null where cost is unknown.</param>
    public static CustomerValue Of(
        CustomerStatistics customer, OrderOutlook outlook, decimal? typicalOrder, decimal? margin)
    {
        decimal own = customer.MeanOrderValue.GetValueOrDefault();
        decimal order = Math.Max(0, Churn.OrderValue.Expected(customer.OrderDays, customer.Value, typicalOrder ?? own));
        double months = outlook.Days / DaysPerMonth;
        double amount = (double)order * outlook.ExpectedOrders * (double)(margin ?? 1);
        double spread = Quantile * RelativeError(customer, outlook.ExpectedOrders);
        double error = outlook.ActualByExpected;
        return new CustomerValue
        {
            OrderValue = Rounded((double)order),
            AverageMonthly = Rounded((double)order * outlook.OrdersAtPastRate / months),
            Months = months,
            Retention = outlook.OrdersAtPastRate > 0 ? outlook.ExpectedOrders / outlook.OrdersAtPastRate : 0,
            Margin = margin,
            ExpectedOrders = outlook.ExpectedOrders,
            Amount = Rounded(amount),
            Low = Rounded(Math.Max(0, amount * Math.Min(1, error) * (1 - spread))),
            High = Rounded(amount * Math.Max(1, error) * (1 + spread)),
            Confidence = outlook.Source != ScoreSource.Model || customer.OrderDays < 2 ? ValueConfidence.Low
                : customer.OrderDays < 10 ? ValueConfidence.Medium : ValueConfidence.High,
        };
    }

    // Poisson for the number of orders, standard error of the mean for their value.
    private static double RelativeError(CustomerStatistics customer, double expectedOrders)
    {
        double n = customer.OrderDays;
        double mean = (double)customer.MeanOrderValue.GetValueOrDefault();
        double variance = Math.Max(0, ((double)customer.SquaredValue / n) - (mean * mean));
        double ofValue = mean > 0 ? variance / (mean * mean) / n : 0;
        return Math.Sqrt((1 / Math.Max(expectedOrders, 0.01)) + ofValue);
    }

    private static decimal Rounded(double amount) => Math.Round((decimal)Math.Min(amount, 1e15), 4);
}
