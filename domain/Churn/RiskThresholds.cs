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

    /// <summary>So far above its threshold must a probability rise before a level goes off; default 0.1.</summary>
    public double Hysteresis { get; init; } = 0.1;

    public bool AreInOrder => HorizonDays > 0 && Medium < 1 && Medium > High && High > Churned && Churned > 0
        && Hysteresis >= 0 && Medium + Hysteresis < 1;

    /// <summary>
    /// The level of a probability, given the one that stands: on below the threshold, off only above threshold plus
    /// hysteresis, so that a probability that swings around a threshold changes the level once.
    /// </summary>
    public RiskLevel LevelOf(double probability, RiskLevel before) =>
        probability < High + (before >= RiskLevel.High ? Hysteresis : 0) ? RiskLevel.High
        : probability < Medium + (before >= RiskLevel.Medium ? Hysteresis : 0) ? RiskLevel.Medium
        : RiskLevel.Low;

    /// <summary>The same thresholds as they are for a customer who stands on this level.</summary>
    internal RiskThresholds Standing(RiskLevel before) => this with
    {
        Medium = Medium + (before >= RiskLevel.Medium ? Hysteresis : 0),
        High = High + (before >= RiskLevel.High ? Hysteresis : 0),
    };
}
