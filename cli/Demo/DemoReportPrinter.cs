using System;
using System.Globalization;
using System.Linq;
using CrmExtensions.Cli.Orders;
using Spectre.Console;

namespace CrmExtensions.Cli.Demo;

/// <summary>The report for people: what was loaded, what it earned, whether everything adds up.</summary>
internal sealed class DemoReportPrinter(IAnsiConsole console)
{
    private const int MalformedShown = 10;

    public void Print(DemoReport report)
    {
        console.WriteLine($"{report.Business}, {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}");
        console.WriteLine();
        PrintFigures(report);
        PrintMalformed(report);
        if (report.Segments.Count > 0) PrintSegments(report);
        PrintTop(report);
        new LearningPrinter(console).Print(report.Learning);
        PrintReconciliation(report);
        PrintLedger(report);
    }

    private void PrintFigures(DemoReport report)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        void Row(string name, string text) => grid.AddRow(Markup.Escape(name), Markup.Escape(text));

        Row("Loaded", $"{Count(report.Stored.Orders)} orders ({Count(report.Stored.CancelledOrders)} cancelled), "
            + $"{Count(report.Stored.Lines)} lines, {Count(report.Customers)} customers, "
            + $"{Count(report.Products)} products");
        Row("Points",
            $"{Count(report.Stored.Points)} in {Count(report.Entries)} entries of {Count(report.Members)} members");
        Row("Time", $"{Fixed(report.Speed.Seconds)} s, {Fixed(report.Speed.OrdersPerSecond)} orders a second");
        Row("Requests", $"an order: {Fixed(report.Speed.OutsideRequests)} from outside, "
            + $"{Fixed(report.Speed.PluginRequests)} of plugins in its transactions, "
            + $"{Fixed(report.Speed.JobRequests)} of jobs");
        console.Write(grid);
    }

    private void PrintMalformed(DemoReport report)
    {
        if (report.MalformedLines == 0) return;
        console.WriteLine();
        console.WriteLine($"{Count(report.MalformedLines)} malformed lines were left out:");
        foreach (MalformedLine line in report.FirstMalformedLines.Take(MalformedShown))
            console.WriteLine($"  line {line.Number} {line.Reason}");
        if (report.MalformedLines > MalformedShown) console.WriteLine("  ... (--json lists the first hundred)");
    }

    private void PrintSegments(DemoReport report)
    {
        Table table = Table("Planted segment", "Customers", "Orders", "Points");
        foreach (SegmentFigures segment in report.Segments)
            Row(table, segment.Segment, segment.Customers, segment.Orders, segment.Points);
        console.Write(table);
    }

    private void PrintTop(DemoReport report)
    {
        Table table = Table("Highest balances", "Entries", "Points");
        foreach (TopBalance top in report.TopBalances) Row(table, top.Customer, top.Entries, top.Points);
        console.Write(table);
    }

    private void PrintReconciliation(DemoReport report)
    {
        Totals expected = report.Expected;
        Totals stored = report.Stored;
        Table table = Table("Reconciled", "Given", "Stored", "Difference");
        void Compare(string name, decimal given, decimal found, string format) =>
            table.AddRow(
                Markup.Escape(name), Number(given, format), Number(found, format), Number(found - given, format));

        Compare("Fulfilled orders", expected.FulfilledOrders, stored.FulfilledOrders, "N0");
        Compare("Cancelled orders", expected.CancelledOrders, stored.CancelledOrders, "N0");
        Compare("Lines", expected.Lines, stored.Lines, "N0");
        Compare("Amount of lines", expected.Amount, stored.Amount, "N2");
        Compare("Amount of orders", expected.OrderAmount, stored.OrderAmount, "N2");
        Compare("Points", expected.Points, stored.Points, "N0");
        console.Write(table);
        if (!report.IsReconciled) console.WriteLine("What was stored differs from what was given.");
    }

    private void PrintLedger(DemoReport report)
    {
        if (report.LedgerFaults.Count == 0)
        {
            console.WriteLine($"Ledgers verified: replay = balance for {Count(report.Members)} members.");
            return;
        }

        console.WriteLine($"Ledgers that do not hold: {Count(report.LedgerFaults.Count)}");
        foreach (string fault in report.LedgerFaults.Take(MalformedShown)) console.WriteLine($"  {fault}");
    }

    private static Table Table(string first, params string[] numbers)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(Markup.Escape(first)).NoWrap());
        foreach (string number in numbers) table.AddColumn(new TableColumn(Markup.Escape(number)).RightAligned()
            .NoWrap());
        return table;
    }

    private static void Row(Table table, string name, params long[] numbers) =>
        table.AddRow([Markup.Escape(name), .. numbers.Select(Count)]);

    private static string Count(long value) => Number(value, "N0");

    private static string Fixed(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    private static string Number(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
