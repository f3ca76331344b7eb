using System.CommandLine;
using CrmExtensions.Cli.Demo;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.Tests.Demo;

public sealed class DemoReportPrinterTests
{
    private static readonly Totals Given = new(4_105, 111, 12_104, 1_234_567.89m, 1_234_567.89m, 1_230_000);

    private static readonly DemoReport Good = new()
    {
        Business = "sample business, seed 1",
        From = new DateTime(2024, 1, 1, 11, 1, 56, DateTimeKind.Utc),
        To = new DateTime(2025, 12, 31, 16, 0, 0, DateTimeKind.Utc),
        Customers = 400,
        Products = 64,
        Expected = Given,
        Stored = Given,
        MalformedLines = 0,
        FirstMalformedLines = [],
        Members = 400,
        Entries = 4_100,
        LedgerFaults = [],
        TopBalances = [new("Böhm Röstwerk AG", 33_210, 31), new("Shaw [& Sons] Ltd", 28_000, 17)],
        Segments = [new("Loyal", 130, 2_200, 900_000), new("OneTime", 120, 120, 30_000)],
        Speed = new DemoSpeed(12.34, 341.7, 3, 9.75, 4.2),
        Learning = new LearningFigures
        {
            Seconds = 3.21,
            ChurnGate = "Passed",
            Auc = 0.8471m,
            TrainedCustomers = 400,
            Standings =
            [
                new("Active, high risk", "Loyal", 1), new("Active, low risk", "Loyal", 129),
                new("No Second Order Yet", "OneTime", 120),
            ],
            AtRisk =
            [
                new("Shaw [& Sons] Ltd", new DateTime(2025, 12, 13, 0, 0, 0, DateTimeKind.Utc), 34_338.63m,
                    "orders every 30 days, silent for 140 days"),
            ],
            LearnedPairs = 1_280,
            PlantedPairs = 10,
            PlantedPairsFound = 9,
            Suggestions = [new("Böhm Röstwerk AG", "goes with it", "Moka [Pot]", "often bought with Sugar Sticks")],
        },
    };

    [Fact]
    public void A_good_report_shows_that_everything_adds_up() => Approved.Is(Print(Good), "demo-report-good");

    [Fact]
    public void A_bad_report_shows_what_differs()
    {
        DemoReport bad = Good with
        {
            Business = "orders.csv",
            Stored = Given with { Lines = 12_103, Amount = 1_234_560m },
            Segments = [],
            MalformedLines = 12,
            FirstMalformedLines = [.. Enumerable.Range(3, 12).Select(i => new MalformedLine(i, "orderid is empty"))],
            LedgerFaults = ["Böhm Röstwerk AG: BrokenLink at entry 3"],
        };

        Assert.False(bad.IsGood);
        Approved.Is(Print(bad), "demo-report-bad");
    }

    private static string Print(DemoReport report)
    {
        using StringWriter output = new();
        Terminal terminal = new(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        new DemoReportPrinter(terminal.Console).Print(report);
        return CrmxRun.Clean(output);
    }
}
