using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Churn;
using Spectre.Console;

namespace CrmExtensions.Cli.Churn;

/// <summary>The scores for people: how many stand where, and who needs a call first.</summary>
internal sealed class ScorePrinter(IAnsiConsole console)
{
    public void Print(ScoreHead head, IEnumerable<ScoreRow> rows, int top)
    {
        console.WriteLine($"{head.Customers:N0} customers until {head.Until}, an order within {head.HorizonDays} days");
        console.WriteLine((head.Source == ScoreSource.Model ? "Model: " : "Rule instead of a model: ") + head.Why);
        Dictionary<string, int> standings = [];
        List<ScoreRow> first = [];
        foreach (ScoreRow row in rows)
        {
            standings[row.Standing] = standings.GetValueOrDefault(row.Standing) + 1;
            first.Add(row);
            if (first.Count >= (2 * top) + 1000) first = Urgent(first, top);
        }

        foreach ((string standing, int customers) in standings.OrderByDescending(each => each.Value))
            console.WriteLine($"  {customers,9:N0}  {standing}");
        if (top > 0 && Urgent(first, top) is { Count: > 0 } urgent) console.Write(TableOf(urgent));
    }

    private static List<ScoreRow> Urgent(List<ScoreRow> rows, int top) =>
    [
        .. rows.Where(row => row.State == CustomerState.Active)
            .OrderByDescending(row => row.Level)
            .ThenByDescending(row => row.Value?.AverageMonthly)
            .ThenBy(row => row.Customer, System.StringComparer.Ordinal)
            .Take(top),
    ];

    private static Table TableOf(List<ScoreRow> rows)
    {
        Table table = new() { Border = TableBorder.Horizontal };
        foreach (string column in new[] { "Customer", "Level", "Chance", "Value", "Medium/high on", "Reasons" })
            table.AddColumn(column);
        foreach (ScoreRow row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Customer),
                row.Level.ToString(),
                Markup.Escape(ChanceOf(row)),
                row.Value is { } value ? value.Amount.ToString("N0", CultureInfo.InvariantCulture) : "",
                $"{row.MediumRiskOn ?? "-"}\n{row.HighRiskOn ?? "-"}",
                Markup.Escape(string.Join("\n", row.Reasons.Select(reason => $"{Sign(reason)} {reason.Text}"))));
        }

        return table;
    }

    private static string Sign(ScoreRow.ReasonFigures reason) => reason.Direction == "up" ? "▲" : "▼";

    private static string ChanceOf(ScoreRow row) => row.Shown is not { } shown
        ? ""
        : shown.Bound switch
        {
            nameof(ShownBound.AtMost) => $"≤ {shown.High:P0}",
            nameof(ShownBound.AtLeast) => $"≥ {shown.Low:P0}",
            _ => $"{shown.Low * 100:F0}–{shown.High:P0}",
        };
}
