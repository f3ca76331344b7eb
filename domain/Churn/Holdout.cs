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
        return Of(Scored(model, cases, horizon));
    }

    private static IReadOnlyList<ScoredCase> Scored(
        PurchaseModel model, IReadOnlyList<HoldoutCase> cases, double horizon) => cases.Select(each => new ScoredCase
        {
            Probability = model.ProbabilityOfOrder(each.Orders, horizon),
            ExpectedOrders = model.ExpectedOrders(each.Orders, horizon),
            Silence = each.Orders.Recency - each.Orders.Age,
            Case = each,
        }).ToArray();

    /// <summary>Scored as risks are told; expected orders in proportion to the probability.</summary>
    internal static IReadOnlyList<ScoredCase> Scored(
        RiskModel model, IReadOnlyList<HoldoutCase> cases, double horizon) =>
        Scored(model.Purchases, cases, horizon).Select(plain =>
        {
            double told = model.ProbabilityOfOrder(plain.Case.Orders, horizon, plain.Case.OwnRegularity);
            double share = plain.Probability > 0 ? told / plain.Probability : 1;
            return plain with { Probability = told, ExpectedOrders = plain.ExpectedOrders * share };
        }).ToArray();

    /// <summary>One report on cases of several cut-offs, each scored by the model of its own cut-off.</summary>
    internal static HoldoutReport Of(IReadOnlyList<ScoredCase> cases)
    {
        double[] weight = cases.Select(each => (double)each.Case.Customers).ToArray();
        double[] probability = cases.Select(each => each.Probability).ToArray();
        bool[] ordered = cases.Select(each => each.Ordered).ToArray();
        long customers = cases.Sum(each => each.Case.Customers);
        long withOrder = cases.Where(each => each.Ordered).Sum(each => each.Case.Customers);
        double[] share = cases.Select(_ => withOrder / (double)customers).ToArray();
        double[] errors = cases.Select(each => each.ExpectedOrders - each.Case.LaterOrderDays).ToArray();
        IReadOnlyList<CalibrationBin> bins = BinsOf(probability, ordered, weight);
        return new HoldoutReport
        {
            Customers = (int)customers,
            CustomersWithOrder = (int)withOrder,
            ActualOrders = Mean(cases.Select(each => (double)each.Case.LaterOrderDays), weight) * customers,
            ExpectedOrders = Mean(cases.Select(each => each.ExpectedOrders), weight) * customers,
            MeanAbsoluteError = Mean(errors.Select(error => Math.Abs(error)), weight),
            RootMeanSquareError = Math.Sqrt(Mean(errors.Select(error => error * error), weight)),
            AucOfProbability = AreaUnderCurve(probability, ordered, weight),
            AucOfRecency = AreaUnderCurve(cases.Select(each => each.Silence).ToArray(), ordered, weight),
            LogLoss = LogLoss(probability, ordered, weight),
            BaseLogLoss = LogLoss(share, ordered, weight),
            CalibrationError = bins.Sum(bin => bin.Customers * Math.Abs(bin.Promised - bin.Ordered)) / customers,
            Bins = bins,
            OrderValueError = OrderValueError(cases.Select(each => each.Case).ToArray()),
        };
    }

    /// <summary>
    /// Chance that a positive stands above a negative, ties counting half (Mann, Whitney); 0.5 if one of both is
    /// missing.
    /// </summary>
    /// <param name="weights">How many each stands for; null for one each.</param>
    public static double AreaUnderCurve(
        IReadOnlyList<double> scores, IReadOnlyList<bool> positive, IReadOnlyList<double>? weights = null)
    {
        int[] order = Enumerable.Range(0, scores.Count).OrderBy(at => scores[at]).ToArray();
        double won = 0, positives = 0, negatives = 0;
        for (int start = 0; start < order.Length;)
        {
            double tiedPositives = 0, tiedNegatives = 0;
            int end = start;
            for (; end < order.Length && scores[order[end]].Equals(scores[order[start]]); end++)
            {
                double weight = weights is null ? 1 : weights[order[end]];
                if (positive[order[end]]) tiedPositives += weight;
                else tiedNegatives += weight;
            }

            won += tiedPositives * (negatives + (tiedNegatives / 2));
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }

        return positives == 0 || negatives == 0 ? 0.5 : won / positives / negatives;
    }

    private static double Mean(IEnumerable<double> values, double[] weight) =>
        values.Select((value, at) => value * weight[at]).Sum() / weight.Sum();

    private static double LogLoss(double[] probability, bool[] ordered, double[] weight) => Mean(
        probability.Select((p, at) => -Math.Log(Math.Max(Smallest, ordered[at] ? p : 1 - p))), weight);

    private static IReadOnlyList<CalibrationBin> BinsOf(double[] probability, bool[] ordered, double[] weight)
    {
        var customers = new double[Bins];
        var promised = new double[Bins];
        var came = new double[Bins];
        for (int at = 0; at < probability.Length; at++)
        {
            int bin = Math.Min(Bins - 1, (int)(probability[at] * Bins));
            customers[bin] += weight[at];
            promised[bin] += weight[at] * probability[at];
            if (ordered[at]) came[bin] += weight[at];
        }

        return Enumerable.Range(0, Bins).Select(bin => new CalibrationBin
        {
            From = bin / (double)Bins,
            Customers = (int)customers[bin],
            Promised = customers[bin] > 0 ? promised[bin] / customers[bin] : 0,
            Ordered = customers[bin] > 0 ? came[bin] / customers[bin] : 0,
        }).ToArray();
    }

    // Cells of customers carry no values.
    private static double? OrderValueError(IReadOnlyList<HoldoutCase> cases)
    {
        if (cases.All(each => each.Value == 0)) return null;
        decimal typical = OrderValue.Typical(cases.Select(each => each.Value / each.OrderDays));
        double[] errors = cases
            .Where(each => each.LaterOrderDays > 0)
            .Select(each => Math.Abs((double)(OrderValue.Expected(each.OrderDays, each.Value, typical)
                - (each.LaterValue / each.LaterOrderDays))))
            .ToArray();
        return errors.Length == 0 ? null : errors.Average();
    }
}
