using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace CrmExtensions.Cli.Demo;

/// <summary>What was learned, for people: how customers stand, who is at risk, what is suggested, and why.</summary>
internal sealed class LearningPrinter(IAnsiConsole console)
{
    public void Print(LearningFigures learning)
    {
        string auc = learning.Auc is { } value ? $", AUC {value.ToString("0.000", CultureInfo.InvariantCulture)}" : "";
        console.WriteLine(
            $"Trained in {learning.Seconds.ToString("N1", CultureInfo.InvariantCulture)} s. Risk: {learning.ChurnGate} "
            + $"({Count(learning.TrainedCustomers)} customers{auc}). Pairs: {Count(learning.LearnedPairs)}"
            + (learning.PlantedPairs == 0
                ? "."
                : $", of {learning.PlantedPairs} planted ones {learning.PlantedPairsFound} among the first three."));
        PrintStandings(learning);
        PrintAtRisk(learning);
        PrintSuggestions(learning);
    }

    private void PrintStandings(LearningFigures learning)
    {
        string[] segments = [.. learning.Standings.Select(figures => figures.Segment).Distinct().Order()];
        Table table = new Table().Border(TableBorder.Simple).AddColumn("Customers stand");
        foreach (string segment in segments)
            table.AddColumn(new TableColumn(segment.Length == 0 ? "Customers" : Markup.Escape(segment)).RightAligned());
        foreach (var standing in learning.Standings.GroupBy(figures => figures.Standing))
        {
            table.AddRow([Markup.Escape(standing.Key), .. segments.Select(segment =>
                Count(standing.Where(figures => figures.Segment == segment).Sum(figures => figures.Customers)))]);
        }

        console.Write(table);
    }

    private void PrintAtRisk(LearningFigures learning)
    {
        if (learning.AtRisk.Count == 0) return;
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("At high risk").AddColumn(new TableColumn("Since").NoWrap())
            .AddColumn(new TableColumn("Spent").RightAligned()).AddColumn("Why");
        foreach (CustomerAtRisk customer in learning.AtRisk)
        {
            table.AddRow(
                Markup.Escape(customer.Customer),
                customer.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                customer.Spent.ToString("N2", CultureInfo.InvariantCulture),
                Markup.Escape(customer.Reasons));
        }

        console.Write(table);
    }

    private void PrintSuggestions(LearningFigures learning)
    {
        if (learning.Suggestions.Count == 0) return;
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("Suggested to").AddColumn("List").AddColumn("Product").AddColumn("Why");
        foreach (SuggestionOfDemo suggestion in learning.Suggestions)
        {
            table.AddRow(
                Markup.Escape(suggestion.Customer),
                suggestion.List,
                Markup.Escape(suggestion.Product),
                Markup.Escape(suggestion.Reason));
        }

        console.Write(table);
    }

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
