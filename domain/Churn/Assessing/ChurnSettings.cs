namespace CrmExtensions.Domain.Churn;

/// <summary>Everything that an administrator may decide about churn flags.</summary>
public sealed record ChurnSettings
{
    public RiskThresholds Thresholds { get; init; } = new();

    public RhythmSettings Rhythm { get; init; } = new();

    public RuleSettings Rule { get; init; } = new();

    public SignalWeights Signals { get; init; } = new();

    public SeasonSettings Season { get; init; } = new();

    public ValueSettings Value { get; init; } = new();

    /// <summary>First day from which all orders are known; null (the default) takes the first day of the model's
    /// window, without a model the customer's first order.</summary>
    public Day? DataSince { get; init; }

    /// <summary>
    /// How long others wait before their second order, days: so long is a customer new, and so long at least must the
    /// orders be known. Null (the default) takes what the model run has measured, 90 days without one.
    /// </summary>
    public int? BuyingCycleDays { get; init; }

    /// <summary>Days without an order after which a customer counts as churned, whatever model or rule say; null
    /// (the default) leaves it to them.</summary>
    public int? ChurnedAfterDays { get; init; }

    public bool AreSound => Thresholds.AreInOrder && Rhythm.AreInOrder && Rule.AreInOrder && Signals.AreBounded
        && Season.AreSound && Value.AreSound && BuyingCycleDays is null or > 0 && ChurnedAfterDays is null or > 0;
}
