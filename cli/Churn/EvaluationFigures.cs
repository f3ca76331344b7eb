using System.Diagnostics.CodeAnalysis;

namespace CrmExtensions.Cli.Churn;

/// <summary>What `crmx churn evaluate` prints: the fit, how it did later, and whether it may speak.</summary>
internal sealed record EvaluationFigures : FitFigures
{
    [SetsRequiredMembers]
    public EvaluationFigures(FitFigures fit, GateFigures gate)
        : base(fit) => Gate = gate;

    /// <summary>Null without a model.</summary>
    public HoldoutFigures? Holdout { get; init; }

    public ValueFigures? Value { get; init; }

    public GateFigures Gate { get; init; }

    /// <param name="MaeOrderValue">Base currency; null if nobody ordered again.</param>
    internal sealed record ValueFigures(double? MaeOrderValue);

    /// <param name="Passed">Whether probabilities may be shown.</param>
    /// <param name="Why">A sentence.</param>
    /// <param name="BacktestDays">Half of the days up to the cut-off; the gate looks at these only.</param>
    /// <param name="Backtest">Null where the earlier half allows no fit.</param>
    internal sealed record GateFigures(bool Passed, string Why, int BacktestDays, HoldoutFigures? Backtest);
}
