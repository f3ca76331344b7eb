namespace CrmExtensions.Domain.Churn;

/// <summary>What a model said of a customer at a cut-off, and what came.</summary>
internal sealed record ScoredCase
{
    public double Probability { get; init; }

    public double ExpectedOrders { get; init; }

    /// <summary>Weeks since the last order, negative: the baseline that ranks by recency.</summary>
    public double Silence { get; init; }

    public HoldoutCase Case { get; init; } = new();

    public bool Ordered => Case.LaterOrderDays > 0;
}
