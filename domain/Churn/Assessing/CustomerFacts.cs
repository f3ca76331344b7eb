namespace CrmExtensions.Domain.Churn;

/// <summary>All that an assessment may know of one customer.</summary>
public sealed record CustomerFacts
{
    public CustomerStatistics Statistics { get; init; } = CustomerStatistics.Empty;

    public CustomerSignals Signals { get; init; } = CustomerSignals.None;

    /// <summary>Objection to profiling (GDPR Art. 21), or consent that is required and missing.</summary>
    public bool ObjectsToProfiling { get; init; }

    /// <summary>Null where nobody disagreed.</summary>
    public RiskOverride? Override { get; init; }

    /// <summary>The level that stands; hysteresis starts from it. None for a first assessment.</summary>
    public RiskLevel Before { get; init; }
}
