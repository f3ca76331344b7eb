using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>Measures a model on customers whose later orders are known.</summary>
public static class Holdout
{
    private const int Bins = 10;
    private const double Smallest = 1e-15;

    /// <param name="model">Fitted on what lies before the cut-off only.</param>
    /// <param name="cases">All customers with an order before it.</param>
    /// <param name="horizon">Length of the holdout, weeks.</param>
    public static HoldoutReport Measure(PurchaseModel model, IReadOnlyList<HoldoutCase> cases, double horizon)
    {
        Require.That(cases.Count > 0, "at least one customer");
        double[] probability = cases.Select(each => model.ProbabilityOfOrder(each.Orders, horizon)).ToArray();
        double[] expected = cases.Select(each => model.ExpectedOrders(each.Orders, horizon)).ToArray();
        double[] silence = cases.Select(each => each.Orders.Recency - each.Orders.Age).ToArray();
        bool[] ordered = cases.Select(each => each.LaterOrderDays > 0).ToArray();
        double share = ordered.Count(each => each) / (double)cases.Count;
        double[] errors = cases.Select((each, at) => expected[at] - each.LaterOrderDays).ToArray();
        IReadOnlyList<CalibrationBin> bins = BinsOf(probability, ordered);
        return new HoldoutReport
        {
            Customers = cases.Count,
            CustomersWithOrder = ordered.Count(each => each),
            ActualOrders = cases.Sum(each => (double)each.LaterOrderDays),
            ExpectedOrders = expected.Sum(),
            MeanAbsoluteError = errors.Average(error => Math.Abs(error)),
            RootMeanSquareError = Math.Sqrt(errors.Average(error => error * error)),
            AucOfProbability = AreaUnderCurve(probability, ordered),
            AucOfRecency = AreaUnderCurve(silence, ordered),
            LogLoss = LogLoss(probability, ordered),
            BaseLogLoss = LogLoss(cases.Select(_ => share).ToArray(), ordered),
            CalibrationError = bins.Sum(bin => bin.Customers * Math.Abs(bin.Promised - bin.Ordered)) / cases.Count,
            Bins = bins,
            OrderValueError = OrderValueError(cases),
        };
    }

    /// <summary>
    /// Chance that a positive stands above a negative, ties counting half (Mann, Whitney); 0.5 if one of both is
    /// missing.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
    {
        int[] order = Enumerable.Range(0, scores.Count).OrderBy(at => scores[at]).ToArray();
        double sumOfRanks = 0;
        long positives = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = start;
            while (end < order.Length && scores[order[end]].Equals(scores[order[start]])) end++;
            int tied = Enumerable.Range(start, end - start).Count(at => positive[order[at]]);
            sumOfRanks += tied * ((start + 1 + end) / 2.0);
            positives += tied;
            start = end;
        }

        long negatives = scores.Count - positives;
        if (positives == 0 || negatives == 0) return 0.5;
        return (sumOfRanks - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    private static double LogLoss(double[] probability, bool[] ordered) =>
        probability.Select((p, at) => -Math.Log(Math.Max(Smallest, ordered[at] ? p : 1 - p))).Average();

    private static IReadOnlyList<CalibrationBin> BinsOf(double[] probability, bool[] ordered)
    {
        ILookup<int, int> byBin = Enumerable.Range(0, probability.Length)
            .ToLookup(at => Math.Min(Bins - 1, (int)(probability[at] * Bins)));
        return Enumerable.Range(0, Bins).Select(bin => new CalibrationBin
        {
            From = bin / (double)Bins,
            Customers = byBin[bin].Count(),
            Promised = byBin[bin].Select(at => probability[at]).DefaultIfEmpty(0).Average(),
            Ordered = byBin[bin].Select(at => ordered[at] ? 1.0 : 0.0).DefaultIfEmpty(0).Average(),
        }).ToArray();
    }

    private static double? OrderValueError(IReadOnlyList<HoldoutCase> cases)
    {
        decimal typical = OrderValue.Typical(cases.Select(each => each.Value / each.OrderDays));
        double[] errors = cases
            .Where(each => each.LaterOrderDays > 0)
            .Select(each => Math.Abs((double)(OrderValue.Expected(each.OrderDays, each.Value, typical)
                - (each.LaterValue / each.LaterOrderDays))))
            .ToArray();
        return errors.Length == 0 ? null : errors.Average();
    }
}
