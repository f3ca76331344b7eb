using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>Finds the parameters of a purchase model from cells of customers.</summary>
public static class PurchaseFit
{
    /// <summary>Below, recency, frequency and value say as much as a model.</summary>
    public const int FewestCustomers = 25;

    private const double Outermost = 9;

    public static FittedModel Fit(
        PurchaseCells cells,
        PurchaseModelKind kind = PurchaseModelKind.Mbg,
        int regularity = 1,
        Estimator estimator = Estimator.Map)
    {
        FitResult result = FitResult.Fitted;
        IReadOnlyList<PurchaseCell> list = cells.ToList();
        if (cells.Customers < FewestCustomers) result = FitResult.TooFewCustomers;
        else if (list.All(cell => cell.Orders.RepeatOrders == 0)) result = FitResult.NobodyOrderedTwice;
        if (result != FitResult.Fitted) return Without(result, cells, estimator);

        var likelihood = new CellLikelihood(list, cells.SumOfLogGaps, kind, regularity);
        var prior = new WeakPrior(WeakPrior.MedianAge(list));
        double[] logs = NelderMead.Minimum(Objective(likelihood, prior, estimator), prior.Start);
        if (logs.Any(log => Math.Abs(log) >= Outermost)) return Without(FitResult.NotDetermined, cells, estimator);
        return new FittedModel
        {
            Result = FitResult.Fitted,
            Model = new PurchaseModel(kind, regularity, new PurchaseParameters(
                Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]))),
            Estimator = estimator,
            Customers = cells.Customers,
            Cells = cells.Count,
            LogLikelihood = likelihood.At(logs),
        };
    }

    /// <summary>A wall a little outside what is accepted keeps the search among numbers that can be computed.</summary>
    private static Func<double[], double> Objective(CellLikelihood likelihood, WeakPrior prior, Estimator estimator) =>
        logs => logs.Any(log => Math.Abs(log) > Outermost + 1)
            ? double.PositiveInfinity
            : -likelihood.At(logs) - (estimator == Estimator.Map ? prior.LogDensity(logs) : 0);

    private static FittedModel Without(FitResult result, PurchaseCells cells, Estimator estimator) => new()
    {
        Result = result,
        Estimator = estimator,
        Customers = cells.Customers,
        Cells = cells.Count,
    };
}
