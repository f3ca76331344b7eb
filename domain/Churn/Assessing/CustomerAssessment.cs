using System.Collections.Generic;

namespace CrmExtensions.Domain.Churn;

/// <summary>How a customer stands on a day, with all that has to be shown beside it.</summary>
public sealed record CustomerAssessment
{
    public CustomerState State { get; init; }

    /// <summary>None unless the customer is active.</summary>
    public RiskLevel Level { get; init; }

    public ScoreSource Source { get; init; }

    /// <summary>Why a rule speaks instead of a model; null where the model speaks or nothing does.</summary>
    public GateVerdict? WhyRule { get; init; }

    /// <summary>
    /// Probability of an order within the horizon, signals included: to rank and to date by, never to show. Null under
    /// a rule and where nothing was computed.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>What may be shown of it; null where the back-test covers nothing.</summary>
    public ShownProbability? Shown { get; init; }

    /// <summary>Expected orders within the horizon of the thresholds, as the signals leave them; null under a
    /// rule.</summary>
    public double? ExpectedOrders { get; init; }

    /// <summary>Their expected value, base currency.</summary>
    public decimal? ExpectedValue { get; init; }

    /// <summary>Value over the longer horizon of the value settings; null where nothing was computed.</summary>
    public CustomerValue? Value { get; init; }

    /// <summary>When the level changes if nothing is ordered; empty where no level is or will be said.</summary>
    public RiskDates Dates { get; init; } = RiskDates.None;

    /// <summary>Two to four for every customer with a score.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = new Reason[0];

    /// <summary>Null without an order.</summary>
    public int? SilentDays { get; init; }

    /// <summary>Own mean gap in days; null without a second order.</summary>
    public double? RhythmDays { get; init; }

    /// <summary>Null for a customer without a season of its own.</summary>
    public OwnSeason? Season { get; init; }

    /// <summary>Whether somebody's "not at risk" stands instead of the level.</summary>
    public bool IsOverridden { get; init; }
}
