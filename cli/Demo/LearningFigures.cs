using System.Collections.Generic;

namespace CrmExtensions.Cli.Demo;

/// <summary>What was learned from the loaded orders, and what that says of customers and products.</summary>
internal sealed record LearningFigures
{
    public required double Seconds { get; init; }

    /// <summary>Whether a model speaks or a rule does, and why.</summary>
    public required string ChurnGate { get; init; }

    /// <summary>Of the back-test; null where there was none.</summary>
    public required decimal? Auc { get; init; }

    public required int TrainedCustomers { get; init; }

    public required IReadOnlyList<StandingFigures> Standings { get; init; }

    /// <summary>Active customers at high risk, those who have spent most first.</summary>
    public required IReadOnlyList<CustomerAtRisk> AtRisk { get; init; }

    public required int LearnedPairs { get; init; }

    /// <summary>0 where nothing is planted.</summary>
    public required int PlantedPairs { get; init; }

    /// <summary>Planted pairs whose second product stands among the first three partners of the first.</summary>
    public required int PlantedPairsFound { get; init; }

    public required IReadOnlyList<SuggestionOfDemo> Suggestions { get; init; }
}
