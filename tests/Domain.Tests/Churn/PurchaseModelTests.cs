using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

/// <summary>Golden values were computed with 40 digits; columns are named in the file.</summary>
public sealed class PurchaseModelTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Likelihood_probabilities_and_expected_orders_agree_with_forty_digit_arithmetic()
    {
        List<string> wrong = [];
        string[] lines = File.ReadAllLines(
            Path.Combine(AppContext.BaseDirectory, "Churn", "golden", "btyd_golden.csv"));
        foreach (string line in lines.Skip(1)) Compare(line.Split(','), wrong);

        Assert.Equal(325, lines.Length);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(PurchaseModelKind.Bg), InlineData(PurchaseModelKind.Mbg)]
    public void Without_memory_the_probability_of_an_order_falls_strictly_while_nothing_is_ordered(
        PurchaseModelKind kind)
    {
        double[] weekly = SilentWeeks(new PurchaseModel(kind, 1, new PurchaseParameters(0.52, 6.18, 0.89, 1.61)));

        Assert.All(weekly.Zip(weekly.Skip(1), (now, later) => now - later), fall => Assert.True(fall > 0));
    }

    [Fact]
    public void A_regular_rhythm_makes_an_order_more_likely_for_a_while_so_that_only_k_1_gives_risk_dates()
    {
        double[] weekly = SilentWeeks(
            new PurchaseModel(PurchaseModelKind.Mbg, 3, new PurchaseParameters(0.52, 6.18, 0.89, 1.61)));

        Assert.True(weekly[1] > weekly[0], "the next order of a regular customer is not due right after the last one");
        Assert.True(weekly.Last() < weekly[0]);
    }

    [Fact]
    public void A_bg_customer_without_repeat_order_is_active_for_certain_which_is_why_it_is_no_churn_score()
    {
        PurchaseParameters parameters = new(0.243, 4.414, 0.793, 2.426);
        ObservedOrders silent = new(0, 0, 500);

        Assert.Equal(1, new PurchaseModel(PurchaseModelKind.Bg, 1, parameters).ProbabilityActive(silent));
        Assert.InRange(new PurchaseModel(PurchaseModelKind.Mbg, 1, parameters).ProbabilityActive(silent), 0.1, 0.8);
    }

    [Fact]
    public void Ten_thousand_orders_neither_overflow_nor_vanish()
    {
        PurchaseModel model = new(PurchaseModelKind.Mbg, 2, new PurchaseParameters(0.9, 4.6, 0.14, 3.9));
        ObservedOrders orders = new(10_000, 1_500, 1_501);

        Assert.InRange(model.LogLikelihood(orders), double.MinValue, double.MaxValue);
        Assert.InRange(model.ProbabilityOfOrder(orders, 4), 0, 1);
    }

    [Theory]
    [InlineData(-1, 0d, 1d), InlineData(1, 2d, 1d), InlineData(0, 1d, 2d)]
    public void Observations_that_cannot_be_are_refused(int repeatOrders, double recency, double age) =>
        Assert.ThrowsAny<ArgumentException>(() => new ObservedOrders(repeatOrders, recency, age));

    private static double[] SilentWeeks(PurchaseModel model) =>
        [.. Enumerable.Range(0, 200)
            .Select(week => model.ProbabilityOfOrder(new ObservedOrders(5, 30, 30 + week), 13))];

    private static void Compare(string[] row, List<string> wrong)
    {
        PurchaseModelKind kind = row[1] == "BG" ? PurchaseModelKind.Bg : PurchaseModelKind.Mbg;
        PurchaseModel model = new(kind, (int)At(row, 2),
            new PurchaseParameters(At(row, 3), At(row, 4), At(row, 5), At(row, 6)));
        ObservedOrders orders = new((int)At(row, 7), At(row, 8), At(row, 9));

        Check("log-likelihood", At(row, 11), model.LogLikelihood(orders));
        Check("probability active", At(row, 12), model.ProbabilityActive(orders));
        Check("probability of an order", At(row, 13), model.ProbabilityOfOrder(orders, At(row, 10)));
        Check("expected orders", At(row, 14), model.ExpectedOrders(orders, At(row, 10)));

        void Check(string what, double expected, double actual)
        {
            if (!(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected)))
                wrong.Add($"{what} of {string.Join(",", row)}: {actual:R}");
        }
    }

    private static double At(string[] row, int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
