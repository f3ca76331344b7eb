using CrmExtensions.Domain;
using Spectre.Console;

namespace CrmExtensions.Cli.Churn;

/// <summary>The figures for people.</summary>
internal sealed class ChurnPrinter(IAnsiConsole console)
{
    public void Print(FitFigures figures, Day day, ChurnFitting fitting)
    {
        Grid grid = Grid();
        AddFit(grid, figures, day, fitting);
        console.Write(grid);
    }

    public void Print(EvaluationFigures figures, Day day, ChurnFitting fitting)
    {
        Grid grid = Grid();
        AddFit(grid, figures, day, fitting);
        if (figures.Holdout is { } holdout)
        {
            Row(grid, "Orders later", $"{holdout.ActualOrders:N0}, expected {holdout.ExpectedOrders:N1} "
                + $"(MAE {holdout.Mae:F4}, RMSE {holdout.Rmse:F4} a customer)");
            Row(grid, "Orders again?", $"AUC {holdout.AucAny:F4} (most recent first: {holdout.AucHiatus:F4}), "
                + $"log-loss {holdout.LogLoss:F4} (base rate: {holdout.BaseLogLoss:F4}), ECE {holdout.Ece:F4}");
        }

        if (figures.Value?.MaeOrderValue is { } error) Row(grid, "Order value", $"MAE {error:N2}");
        Row(grid, "Gate", $"{(figures.Gate.Passed ? "passed" : "refused")}: {figures.Gate.Why}");
        console.Write(grid);
    }

    private static void AddFit(Grid grid, FitFigures figures, Day day, ChurnFitting fitting)
    {
        Row(grid, "Customers",
            $"{figures.Customers:N0} with orders until {day} in {figures.Cells:N0} cells");
        if (fitting.MalformedLines > 0) Row(grid, "Malformed", $"{fitting.MalformedLines:N0} lines were left out");
        if (fitting.Days.OtherLines > 0)
            Row(grid, "No purchase", $"{fitting.Days.OtherLines:N0} lines: returns, cancelled, or without a customer");
        Row(grid, "Model", $"{figures.Model}, k = {figures.K}, by {figures.Estimator}");
        if (figures.Parameters is { } p)
            Row(grid, "Parameters", $"r {p.R:G6}, alpha {p.Alpha:G6}, a {p.A:G6}, b {p.B:G6}");
        else
            Row(grid, "No model", GateText.WithoutModel(figures.Result));
        if (figures.LogLikelihood is { } logLikelihood) Row(grid, "Log-likelihood", $"{logLikelihood:F4}");
        Row(grid, "CPU", $"{figures.CpuSeconds:F3} s");
    }

    private static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    private static void Row(Grid grid, string name, string text) =>
        grid.AddRow(Markup.Escape(name), Markup.Escape(text));
}
