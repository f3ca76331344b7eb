namespace CrmExtensions.Domain.Churn;

/// <summary>Somebody knows better: not at risk, because of a reason, until a day (included).</summary>
public sealed record RiskOverride
{
    public Day Until { get; init; }

    /// <summary>In the words of whoever said so; shown as it is.</summary>
    public string Because { get; init; } = "";
}
