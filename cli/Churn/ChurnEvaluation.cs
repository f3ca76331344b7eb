using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>Fits up to a day, measures on the days after it, and asks the gate with what lies before only.</summary>
internal sealed class ChurnEvaluation(ChurnFitting fitting)
{
    private const double DaysPerWeek = 7;

    public EvaluationFigures At(Day end, int holdoutDays)
    {
        FittedModel fitted = fitting.FitAt(end, out FitFigures figures);
        HoldoutReport? holdout = fitted.Model is null ? null : Measure(fitted.Model, end, holdoutDays);

        int half = (int)Math.Round(end.DaysSince(fitting.Days.First) / 2.0);
        HoldoutReport? backtest = half < 1 ? null : Backtest(end.AddDays(-half), half);
        GateVerdict verdict = Gate.Judge(fitted, backtest);
        return new EvaluationFigures(figures, new EvaluationFigures.GateFigures(
            verdict == GateVerdict.Passed,
            GateText.Of(verdict, fitted, backtest),
            half,
            backtest is null ? null : HoldoutFigures.Of(backtest)))
        {
            Holdout = holdout is null ? null : HoldoutFigures.Of(holdout),
            Value = holdout is null ? null : new EvaluationFigures.ValueFigures(holdout.OrderValueError),
        };
    }

    private HoldoutReport? Backtest(Day cutOff, int days)
    {
        FittedModel fitted = fitting.FitAt(cutOff, out _);
        return fitted.Model is null ? null : Measure(fitted.Model, cutOff, days);
    }

    private HoldoutReport Measure(PurchaseModel model, Day cutOff, int days)
    {
        IReadOnlyList<HoldoutCase> cases = fitting.Days.CasesAt(cutOff, cutOff.AddDays(days));
        return Holdout.Measure(model, cases, days / DaysPerWeek);
    }
}
