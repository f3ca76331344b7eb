namespace CrmExtensions.Domain.Churn;

/// <summary>What a customer bought of one category in two equally long stretches of days, the later one ending
/// today.</summary>
public sealed record CategoryActivity
{
    /// <summary>As the caller knows it: an id or a name.</summary>
    public string Category { get; init; } = "";

    /// <summary>Net value of the earlier stretch, base currency.</summary>
    public decimal EarlierValue { get; init; }

    /// <summary>Days with the category in it.</summary>
    public int EarlierOrderDays { get; init; }

    public decimal LaterValue { get; init; }

    public int LaterOrderDays { get; init; }
}
