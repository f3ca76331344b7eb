using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class PurchaseFitTests
{
    private const int Weeks = 104;

    private static readonly PurchaseParameters Planted = new(1.3, 6.2, 0.9, 2.6);

    [Theory]
    [InlineData(Estimator.Map), InlineData(Estimator.MaximumLikelihood)]
    public void Planted_parameters_are_found_again(Estimator estimator)
    {
        PurchaseCells cells = CellsOf(PlantedCustomers.Draw(Planted, 20_000, Weeks, seed: 7), CellWidth.Day);

        FittedModel fitted = PurchaseFit.Fit(cells, estimator: estimator);

        Assert.Equal(FitResult.Fitted, fitted.Result);
        PurchaseParameters found = fitted.Model!.Parameters;
        Assert.InRange(found.R / Planted.R, 0.9, 1.1);
        Assert.InRange(found.Alpha / Planted.Alpha, 0.9, 1.1);
        Assert.InRange(found.A / Planted.A, 0.85, 1.15);
        Assert.InRange(found.B / Planted.B, 0.85, 1.15);
    }

    [Theory]
    [InlineData(PurchaseModelKind.Mbg, 1), InlineData(PurchaseModelKind.Mbg, 2), InlineData(PurchaseModelKind.Mbg, 3)]
    [InlineData(PurchaseModelKind.Bg, 1), InlineData(PurchaseModelKind.Bg, 3)]
    public void The_fit_maximises_the_very_likelihood_of_the_model(PurchaseModelKind kind, int regularity)
    {
        IReadOnlyList<CustomerStatistics> histories = PlantedCustomers.Draw(Planted, 500, Weeks, seed: 3);
        PurchaseCells cells = CellsOf(histories, CellWidth.Day);

        FittedModel fitted = PurchaseFit.Fit(cells, kind, regularity);

        double oneByOne = histories.Sum(history => fitted.Model!.LogLikelihood(history.ObservedUntil(End))
            + ((regularity - 1) * (double)history.LogGaps));
        Assert.Equal(oneByOne, fitted.LogLikelihood, 1e-9 * Math.Abs(oneByOne));
    }

    [Fact]
    public void Cells_of_slices_add_up_to_the_cells_of_the_whole_in_any_order()
    {
        IReadOnlyList<CustomerStatistics> histories = PlantedCustomers.Draw(Planted, 2_000, Weeks, seed: 5);
        PurchaseCells even = CellsOf(histories.Where((_, at) => at % 2 == 0), CellWidth.Week);
        PurchaseCells odd = CellsOf(histories.Where((_, at) => at % 2 == 1), CellWidth.Week);
        odd.Add(even);

        FittedModel whole = PurchaseFit.Fit(CellsOf(histories, CellWidth.Week));
        FittedModel merged = PurchaseFit.Fit(odd);

        Assert.Equal(whole.Cells, merged.Cells);
        Assert.Equal(whole.Model!.Parameters, merged.Model!.Parameters);
    }

    [Fact]
    public void Weekly_cells_move_no_probability_by_more_than_three_thousandths()
    {
        IReadOnlyList<CustomerStatistics> histories = PlantedCustomers.Draw(Planted, 5_000, Weeks, seed: 11);
        PurchaseModel weekly = PurchaseFit.Fit(CellsOf(histories, CellWidth.Week)).Model!;
        PurchaseModel daily = PurchaseFit.Fit(CellsOf(histories, CellWidth.Day)).Model!;

        double furthest = histories.Select(history => history.ObservedUntil(End)).Max(orders =>
            Math.Abs(weekly.ProbabilityOfOrder(orders, 13) - daily.ProbabilityOfOrder(orders, 13)));

        Assert.InRange(furthest, 0, 0.003);
    }

    [Fact]
    public void With_the_weak_prior_twenty_five_customers_give_finite_parameters_in_each_of_48_draws()
    {
        FitResult[] results = [.. Enumerable.Range(0, 48).Select(draw =>
            PurchaseFit.Fit(CellsOf(PlantedCustomers.Draw(Planted, 25, Weeks, draw), CellWidth.Week)).Result)];

        Assert.All(results, result => Assert.Equal(FitResult.Fitted, result));
    }

    [Fact]
    public void Below_25_customers_no_model_is_fitted()
    {
        PurchaseCells few = CellsOf(PlantedCustomers.Draw(Planted, 24, Weeks, seed: 1), CellWidth.Week);

        Assert.Equal(FitResult.TooFewCustomers, PurchaseFit.Fit(few).Result);
    }

    [Fact]
    public void One_time_buyers_alone_tell_no_rhythm_from_leaving()
    {
        PurchaseCells cells = CellsOf(
            Enumerable.Range(0, 100).Select(day =>
                CustomerStatistics.StartingWith(PlantedCustomers.Start.AddDays(day), 10)),
            CellWidth.Week);

        Assert.Equal(FitResult.NobodyOrderedTwice, PurchaseFit.Fit(cells).Result);
    }

    [Fact]
    public void A_likelihood_without_a_maximum_is_said_to_be_undetermined_and_the_prior_determines_it()
    {
        // Everybody orders every 28 days: the rate has no spread, so r and alpha run away together.
        PurchaseCells cells = CellsOf(Enumerable.Range(0, 60).Select(_ => EveryFourWeeks()), CellWidth.Week);

        Assert.Equal(FitResult.NotDetermined,
            PurchaseFit.Fit(cells, estimator: Estimator.MaximumLikelihood).Result);
        Assert.Equal(FitResult.Fitted, PurchaseFit.Fit(cells).Result);
    }

    private static Day End => PlantedCustomers.Start.AddDays(Weeks * 7);

    private static CustomerStatistics EveryFourWeeks()
    {
        CustomerStatistics history = CustomerStatistics.StartingWith(PlantedCustomers.Start, 10);
        for (int day = 28; day < Weeks * 7; day += 28)
            history = history.Then(PlantedCustomers.Start.AddDays(day), 10);
        return history;
    }

    private static PurchaseCells CellsOf(IEnumerable<CustomerStatistics> histories, CellWidth width)
    {
        PurchaseCells cells = new(width);
        foreach (CustomerStatistics history in histories) cells.Add(history, End);
        return cells;
    }
}
