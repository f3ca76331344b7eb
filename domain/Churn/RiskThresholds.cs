namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Where silence becomes a risk: levels of the probability of an order within the horizon. High is the lower one.
/// </summary>
public sealed record RiskThresholds
{
    /// <summary>Days ahead that an order is looked for; default 90.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>Below this probability the risk is medium; default 0.5.</summary>
    public double Medium { get; init; } = 0.5;

    /// <summary>Below this probability the risk is high; default 0.3.</summary>
    public double High { get; init; } = 0.3;

    /// <summary>Below this probability the customer counts as churned; default 0.1.</summary>
    public double Churned { get; init; } = 0.1;

    public bool AreInOrder => HorizonDays > 0 && Medium < 1 && Medium > High && High > Churned && Churned > 0;
}
