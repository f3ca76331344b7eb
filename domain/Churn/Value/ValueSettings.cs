namespace CrmExtensions.Domain.Churn;

/// <summary>How a customer's value is computed.</summary>
public sealed record ValueSettings
{
    /// <summary>Days ahead, at most as many as the history is long; default 365, no perpetuity.</summary>
    public int HorizonDays { get; init; } = 365;

    /// <summary>Share of net revenue that is left after cost, 0 to 1; null (the default) where cost is unknown, and
    /// then the value is revenue.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Share of the orders at the customer's past rate that is expected where no model speaks, 0 to 1; an
    /// assumption and no measurement, default 0.7.</summary>
    public double RuleRetention { get; init; } = 0.7;

    public bool AreSound => HorizonDays is > 0 and <= 3660 && Margin is null or (>= 0 and <= 1)
        && RuleRetention is >= 0 and <= 1;
}
