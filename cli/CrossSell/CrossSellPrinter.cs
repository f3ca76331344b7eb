using System.Collections.Generic;
using Spectre.Console;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>The figures for people.</summary>
internal sealed class CrossSellPrinter(IAnsiConsole console)
{
    public void Print(PairFitFigures figures)
    {
        Grid grid = Grid();
        Row(grid, "Baskets", $"{figures.Baskets:N0} of {figures.Lines:N0} lines, {figures.SharedBaskets:N0} with more "
            + "than one product");
        if (figures.MalformedLines > 0) Row(grid, "Malformed", $"{figures.MalformedLines:N0} lines were left out");
        if (figures.OtherLines > 0) Row(grid, "No purchase", $"{figures.OtherLines:N0} lines: returns or cancelled");
        Row(grid, "Products", $"{figures.Products:N0}");
        Row(grid, "Pairs", $"{figures.Pairs:N0} kept");
        Row(grid, "CPU", $"{figures.FitCpuSeconds:F3} s");
        console.Write(grid);
        Table table = Table("Product", "with", "Together", "Lift", "G2");
        foreach (PairFitFigures.PairFigures pair in figures.TopPairs)
        {
            table.AddRow(Markup.Escape(pair.One), Markup.Escape(pair.Other), $"{pair.Together:N0}",
                $"{pair.Lift:0.0}", $"{pair.G2:N0}");
        }

        console.Write(table);
    }

    public void Print(RuleFigures figures)
    {
        Grid grid = Grid();
        Row(grid, "Baskets", $"{figures.Baskets:N0} of {figures.Lines:N0} lines");
        if (figures.MalformedLines > 0) Row(grid, "Malformed", $"{figures.MalformedLines:N0} lines were left out");
        if (figures.OtherLines > 0) Row(grid, "No purchase", $"{figures.OtherLines:N0} lines: returns or cancelled");
        Row(grid, "Products", $"{figures.Products:N0}");
        Row(grid, "Frequent sets", $"{figures.FrequentSets:N0}");
        Row(grid, "Rules", $"{figures.Rules:N0}");
        Row(grid, "CPU", $"{figures.MiningCpuSeconds:F3} s");
        console.Write(grid);
        Table table = Table("Who buys", "also buys", "Together", "Support", "Confidence", "Lift");
        foreach (RuleFigures.Rule rule in figures.TopRules)
        {
            table.AddRow(Markup.Escape(string.Join(" + ", rule.Antecedent)), Markup.Escape(rule.Consequent),
                $"{rule.Together:N0}", $"{rule.Support:P2}", $"{rule.Confidence:P1}", $"{rule.Lift:0.0}");
        }

        console.Write(table);
    }

    public void Print(PairEvaluationFigures figures)
    {
        Grid grid = Grid();
        Row(grid, "Protocol", $"{figures.Protocol}, {figures.Cases:N0} cases");
        if (figures.Ranker == "pairs")
            Row(grid, "Pairs", $"{figures.Pairs:N0} kept, {figures.FitCpuSeconds:F3} s of CPU");
        console.Write(grid);
        Table table = Table("Ranker", "hit@10", "NDCG@10", "recall@10");
        table.AddRow(figures.Ranker, $"{figures.Hit10:F4}", $"{figures.Ndcg10:F4}", $"{figures.Recall10:F4}");
        if (figures.Ranker != "popularity")
        {
            table.AddRow("popularity", $"{figures.Popularity.Hit10:F4}", $"{figures.Popularity.Ndcg10:F4}",
                $"{figures.Popularity.Recall10:F4}");
        }

        console.Write(table);
        Print(figures.Gate);
    }

    public void Print(RecommendFigures figures)
    {
        if (figures.UnknownProducts.Count > 0)
            console.WriteLine($"Nobody bought {string.Join(", ", figures.UnknownProducts)}: it says nothing.");
        Print("Goes with it", figures.GoesWith);
        if (figures.Customer is not null) Print("Buy again", figures.BuyAgain);
        Print(figures.Gate);
    }

    private void Print(string title, IReadOnlyList<SuggestionFigures> suggestions)
    {
        if (suggestions.Count == 0)
        {
            console.WriteLine($"{title}: nothing.");
            return;
        }

        Table table = Table(title, "Why");
        foreach (SuggestionFigures suggestion in suggestions)
            table.AddRow(Markup.Escape(suggestion.Product), Markup.Escape(suggestion.Text));
        console.Write(table);
    }

    private void Print(RankingGateFigures gate) =>
        console.WriteLine($"Gate {(gate.Passed ? "passed" : "refused")}: {gate.Why}");

    private static Table Table(params string[] columns) => new Table().SimpleBorder().AddColumns(columns);

    private static Grid Grid() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    private static void Row(Grid grid, string name, string text) =>
        grid.AddRow(Markup.Escape(name), Markup.Escape(text));
}
