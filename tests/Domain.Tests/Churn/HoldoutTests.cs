using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class HoldoutTests
{
    private static readonly PurchaseModel Model =
        new(PurchaseModelKind.Mbg, 1, new PurchaseParameters(0.52, 6.18, 0.89, 1.61));

    [Fact]
    public void Area_under_the_curve_counts_pairs_and_halves_ties()
    {
        // Positives 0.9 and 0.5, negatives 0.5 and 0.1: pairs won 1, 1, 0.5 and 1 of 4.
        Assert.Equal(0.875, Holdout.AreaUnderCurve([0.9, 0.5, 0.5, 0.1], [true, true, false, false]), 12);
        Assert.Equal(0, Holdout.AreaUnderCurve([0.1, 0.9], [true, false]));
        Assert.Equal(0.5, Holdout.AreaUnderCurve([0.1, 0.9], [true, true]));
    }

    [Fact]
    public void Figures_of_two_customers_as_worked_out_by_hand()
    {
        HoldoutCase[] cases = [Case(3, 20, 21, later: 2), Case(0, 0, 40, later: 0)];
        HoldoutReport report = Holdout.Measure(Model, cases, 13);

        double p1 = Model.ProbabilityOfOrder(cases[0].Orders, 13), p2 = Model.ProbabilityOfOrder(cases[1].Orders, 13);
        double e1 = Model.ExpectedOrders(cases[0].Orders, 13), e2 = Model.ExpectedOrders(cases[1].Orders, 13);
        Assert.Equal(2, report.ActualOrders);
        Assert.Equal(e1 + e2, report.ExpectedOrders, 12);
        Assert.Equal((System.Math.Abs(e1 - 2) + e2) / 2, report.MeanAbsoluteError, 12);
        Assert.Equal(-(System.Math.Log(p1) + System.Math.Log(1 - p2)) / 2, report.LogLoss, 12);
        Assert.Equal(System.Math.Log(2), report.BaseLogLoss, 12);
        Assert.Equal(1, report.AucOfProbability);
        Assert.Equal(((1 - p1) + p2) / 2, report.CalibrationError, 12);
        Assert.Equal(2, report.Bins.Sum(bin => bin.Customers));

        // Typical is 100, the upper of two; the customer with four orders of 25 is expected at (100 + 100) / 5.
        Assert.Equal(System.Math.Abs(40 - 50), report.OrderValueError!.Value, 12);
    }

    [Theory]
    [InlineData(30, 30, 0.5, 0.6, 0.6, GateVerdict.Passed)]
    [InlineData(29, 90, 0.5, 0.6, 0.9, GateVerdict.TooFewCustomersWithOrder)]
    [InlineData(90, 29, 0.5, 0.6, 0.9, GateVerdict.TooFewCustomersWithoutOrder)]
    [InlineData(90, 90, 0.6, 0.6, 0.9, GateVerdict.NoBetterThanBaseRate)]
    [InlineData(90, 90, 0.5, 0.6, 0.59, GateVerdict.RanksNoBetterThanChance)]
    [Trait("Rule", "C15")]
    public void A_model_speaks_only_where_its_back_test_knows_more_than_the_base_rate(
        int with, int without, double logLoss, double baseLogLoss, double auc, GateVerdict expected)
    {
        FittedModel fitted = new() { Result = FitResult.Fitted, Model = Model };
        HoldoutReport report = new()
        {
            Customers = with + without,
            CustomersWithOrder = with,
            LogLoss = logLoss,
            BaseLogLoss = baseLogLoss,
            AucOfProbability = auc,
        };

        Assert.Equal(expected, Gate.Judge(fitted, report));
        Assert.Equal(GateVerdict.ModelNotFitted,
            Gate.Judge(new FittedModel { Result = FitResult.TooFewCustomers }, report));
        Assert.Equal(GateVerdict.HistoryTooShort, Gate.Judge(fitted, null));
    }

    private static HoldoutCase Case(int repeats, double recency, double age, int later) => new()
    {
        Orders = new ObservedOrders(repeats, recency, age),
        OrderDays = repeats + 1,
        Value = 100,
        LaterOrderDays = later,
        LaterValue = later * 50,
    };
}
