using System.Globalization;
using Spectre.Console;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>The report of a replay for people.</summary>
internal sealed class SimulationPrinter(IAnsiConsole console)
{
    public void Print(SimulationReport report)
    {
        console.WriteLine($"{report.Programme}: {Count(report.Lines)} lines of {Count(report.Orders)} orders, "
            + $"{report.From} to {report.To}");
        console.WriteLine($"Assumed: customers spend {report.RedeemPercent} % of what they have at each order.");
        console.WriteLine();
        PrintFigures(report);
        PrintLeftOut(report);
        PrintMonths(report);
        if (report.Tiers.Count > 0) PrintTiers(report);
        PrintSegments(report);
        PrintTop(report);
    }

    private void PrintFigures(SimulationReport report)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string name, string text) => grid.AddRow(Markup.Escape(name), Markup.Escape(text));

        Row("Members", $"{Count(report.Members)} with {Count(report.Entries)} entries");
        Row("Revenue", Money(report.Revenue));
        Row("Issued", $"{Count(report.Issued)} points");
        Row("Redeemed", $"{Count(report.Redeemed)} points");
        Row("Taken back", $"{Count(report.TakenBack)} points for returned goods");
        Row("Expired", $"{Count(report.Expired)} points, {Share(report.BreakagePercent)} of the issued (breakage)");
        Row("Outstanding", $"{Count(report.Outstanding)} points, a liability of {Money(report.Liability)}");
        Row("Cost", $"{Share(report.CostPercent)} of revenue, at most {Share(report.HighestCostPercent)} "
            + "if every open point is redeemed");
        if (report.BudgetShortfall > 0) Row("Budgets", $"{Count(report.BudgetShortfall)} points were not granted");
        console.Write(grid);
    }

    private void PrintLeftOut(SimulationReport report)
    {
        if (report.MalformedLines > 0)
            console.WriteLine($"Malformed lines, left out: {Count(report.MalformedLines)}.");
        if (report.AnonymousOrders > 0)
            console.WriteLine($"Orders without a customer, nobody earns: {Count(report.AnonymousOrders)}.");
        if (report.UnmatchedReturns > 0)
            console.WriteLine($"Returned lines that fit no earlier purchase: {Count(report.UnmatchedReturns)}.");
        console.WriteLine();
    }

    private void PrintMonths(SimulationReport report)
    {
        Table table = Table("Month", "Revenue", "Issued", "Redeemed", "Expired", "Taken back", "Liability");
        foreach (SimulationReport.MonthRow row in report.Months)
        {
            table.AddRow(row.Month, Money(row.Revenue), Count(row.Issued), Count(row.Redeemed), Count(row.Expired),
                Count(row.TakenBack), Money(row.Liability));
        }

        console.Write(table);
    }

    private void PrintTiers(SimulationReport report)
    {
        Table table = Table("Tier at the end", "Members", "Share");
        foreach (SimulationReport.TierRow row in report.Tiers)
            table.AddRow(Markup.Escape(row.Tier), Count(row.Members), Share(row.Percent));
        console.Write(table);
    }

    private void PrintSegments(SimulationReport report)
    {
        Table table = Table("Winners and losers", "Members", "Revenue", "Issued", "Value back", "Against average");
        foreach (SimulationReport.SegmentRow row in report.Segments)
        {
            table.AddRow(Markup.Escape(row.Segment), Count(row.Members), Money(row.Revenue), Count(row.Issued),
                Share(row.ReturnPercent), row.Against.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }

    private void PrintTop(SimulationReport report)
    {
        Table table = Table("Most points", "Balance", "Orders", "Revenue");
        table.AddColumn("Why");
        foreach (SimulationReport.TopRow row in report.Top)
        {
            table.AddRow(Markup.Escape(row.Customer), Count(row.Balance), Count(row.Orders), Money(row.Revenue),
                Markup.Escape(row.Why));
        }

        console.Write(table);
    }

    private static Table Table(string first, params string[] numbers)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(Markup.Escape(first)).NoWrap());
        foreach (string name in numbers) table.AddColumn(new TableColumn(Markup.Escape(name)).RightAligned());
        return table;
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Share(decimal percent) => percent.ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
