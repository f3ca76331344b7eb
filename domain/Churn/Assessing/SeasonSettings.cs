namespace CrmExtensions.Domain.Churn;

/// <summary>When orders in the same months of every year are a season of the customer's own.</summary>
public sealed record SeasonSettings
{
    /// <summary>Off: a seasonal customer is judged by gaps like all others. Default on.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Longest season in months, 1 to 6; default 4.</summary>
    public int LongestMonths { get; init; } = 4;

    /// <summary>Order days that show it, spread over two seasons at least; 2 or more, default 3.</summary>
    public int FewestOrderDays { get; init; } = 3;

    /// <summary>Days after the season's last month in which an order may still be late; default 14.</summary>
    public int GraceDays { get; init; } = 14;

    public bool AreSound => LongestMonths is >= 1 and <= 6 && FewestOrderDays >= 2 && GraceDays is >= 0 and <= 366;
}
