namespace CrmExtensions.Domain.Churn;

/// <summary>Recency, frequency and monetary value of one customer.</summary>
public sealed record RfmMeasures
{
    /// <summary>Months over which frequency and value are counted, the current one included.</summary>
    public const int Months = 12;

    /// <summary>Days since the last order.</summary>
    public int RecencyDays { get; init; }

    /// <summary>Order days of the months counted; 0 for who ordered before them only.</summary>
    public int Frequency { get; init; }

    /// <summary>Net value of these months, returns taken off; base currency.</summary>
    public decimal Monetary { get; init; }

    /// <summary>Null for a customer who never ordered.</summary>
    public static RfmMeasures? Of(CustomerStatistics customer, Day today) => customer.OrderDays == 0 ? null : new()
    {
        RecencyDays = customer.SilentDays(today),
        Frequency = customer.OrderDaysIn(today.MonthNumber - Months + 1, today.MonthNumber),
        Monetary = customer.ValueIn(today.MonthNumber - Months + 1, today.MonthNumber),
    };
}
