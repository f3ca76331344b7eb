using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>The verdict of the gate as a sentence.</summary>
internal static class GateText
{
    public static string Of(GateVerdict verdict, FittedModel fitted, HoldoutReport? backtest) => verdict switch
    {
        GateVerdict.Passed =>
            $"the back-test beats the base rate (log-loss {backtest!.LogLoss:F3} against {backtest.BaseLogLoss:F3}) "
            + $"and ranks (AUC {backtest.AucOfProbability:F3})",
        GateVerdict.ModelNotFitted => WithoutModel(fitted.Result),
        GateVerdict.HistoryTooShort => "the earlier half of the history allows no fit that could be tested",
        GateVerdict.TooFewCustomersWithOrder =>
            $"only {backtest!.CustomersWithOrder} customers ordered in the back-test, {Gate.FewestOfEach} are needed",
        GateVerdict.TooFewCustomersWithoutOrder =>
            $"only {backtest!.CustomersWithoutOrder} customers did not order in the back-test, "
            + $"{Gate.FewestOfEach} are needed",
        GateVerdict.NoBetterThanBaseRate =>
            $"the back-test is no better than the base rate (log-loss {backtest!.LogLoss:F3} against "
            + $"{backtest.BaseLogLoss:F3})",
        GateVerdict.NoBetterThanTimeRule =>
            $"days since the last order rank better than the model (AUC {backtest!.AucOfRecency:F3} against "
            + $"{backtest.AucOfProbability:F3})",
        GateVerdict.NotTrained => "no model is trained yet",
        _ =>
            $"the back-test ranks hardly better than chance (AUC {backtest!.AucOfProbability:F3}, "
            + $"{Gate.LowestAuc:F1} is needed)",
    };

    public static string WithoutModel(FitResult result) => result switch
    {
        FitResult.TooFewCustomers =>
            $"fewer than {PurchaseFit.FewestCustomers} customers: no model is fitted",
        FitResult.NobodyOrderedTwice => "nobody has ordered on two days: nothing tells a rhythm from leaving",
        _ => "the data do not determine the parameters; --estimator map does",
    };
}
