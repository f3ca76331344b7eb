namespace CrmExtensions.Domain.Churn;

/// <summary>
/// A model speaks only where its own back-test shows that it knows something: enough customers of both outcomes, a
/// log-loss below the base rate's, an AUC of at least 0.6, and a ranking not clearly worse than that of the simplest
/// time rule, "silent for longest". What a model adds to that rule is a probability, so falling a little short in
/// ranking is no fault.
/// </summary>
public static class Gate
{
    public const int FewestOfEach = 30;
    public const double LowestAuc = 0.6;

    /// <summary>So far may the AUC lie below that of days since the last order.</summary>
    public const double BehindTimeRule = 0.03;

    /// <param name="backtest">Null where none was possible: no fit, or too little history before the cut-off.</param>
    public static GateVerdict Judge(FittedModel fitted, HoldoutReport? backtest)
    {
        if (fitted.Result != FitResult.Fitted) return GateVerdict.ModelNotFitted;
        if (backtest is null) return GateVerdict.HistoryTooShort;
        if (backtest.CustomersWithOrder < FewestOfEach) return GateVerdict.TooFewCustomersWithOrder;
        if (backtest.CustomersWithoutOrder < FewestOfEach) return GateVerdict.TooFewCustomersWithoutOrder;
        if (backtest.LogLoss >= backtest.BaseLogLoss) return GateVerdict.NoBetterThanBaseRate;
        if (backtest.AucOfProbability < LowestAuc) return GateVerdict.RanksNoBetterThanChance;
        return backtest.AucOfProbability < backtest.AucOfRecency - BehindTimeRule
            ? GateVerdict.NoBetterThanTimeRule
            : GateVerdict.Passed;
    }
}
