using System.Text;
using System.Text.Json;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Tests.Loyalty;

public sealed class SimulateCommandTests : IDisposable
{
    private const string Draft = """
        {
          "name": "Draft",
          "earning": { "holdingDays": 7 },
          "expiry": { "kind": "rollingMonths", "months": 3 },
          "redemption": { "stepPoints": 10, "stepValue": 0.10 },
          "bonuses": { "welcome": 50 },
          "tiers": { "levels": [ { "name": "Basic" }, { "name": "Gold", "yearPoints": 300, "multiplier": 1.5 } ] },
          "rules": [ { "name": "Beans", "kind": "pointsPerUnit", "points": 5, "product": "BEAN", "budget": 12 } ]
        }
        """;

    private const string History = OrderFile.Header + """

        1,anna,2026-01-05,BEAN,2,100.00
        2,anna,2026-02-02,MILL,1,250.00
        3,ben,2026-02-10,BEAN,1,40.00
        4,,2026-02-11,BEAN,1,10.00
        C5,anna,2026-02-20,MILL,-1,-250.00
        6,ben,2026-03-01,MILL,-1,-20.00
        7,anna,2026-07-01,BEAN,1,30.00
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("crmx").FullName;

    [Fact]
    public void The_report_is_approved() => Approved.Is(Run().Output, "loyalty-simulate");

    [Fact]
    public void Help_says_what_the_options_do() =>
        Approved.Is(CrmxRun.Of("loyalty", "simulate", "--help").Output, "help-loyalty-simulate");

    [Fact]
    public void The_figures_add_up_and_are_the_same_as_json()
    {
        JsonElement report = JsonDocument.Parse(Run("--json").Output).RootElement;

        long Points(string name) => report.GetProperty(name).GetInt64();
        Assert.Equal(
            Points("outstanding"), Points("issued") - Points("redeemed") - Points("expired") - Points("takenBack"));
        Assert.Equal(7, report.GetProperty("orders").GetInt32());
        Assert.Equal(1, report.GetProperty("anonymousOrders").GetInt32());
        Assert.Equal(1, report.GetProperty("unmatchedReturns").GetInt32());
        Assert.Equal(2, report.GetProperty("members").GetInt32());
        Assert.True(Points("expired") > 0 && Points("redeemed") > 0 && Points("takenBack") > 0);
        Assert.Equal(8, Points("budgetShortfall"));
    }

    [Fact]
    public void A_draft_that_cannot_be_read_fails_with_its_place()
    {
        CrmxRun none = With(Path.Combine(folder, "none.json"));
        CrmxRun broken = With(Write("b.json", "{\n\"a\" 1}"));

        Assert.Equal(1, none.ExitCode);
        Assert.Contains("give --program a JSON file", none.Error);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("is no JSON at line 2", broken.Error);
        Assert.Equal(2, CrmxRun.Of("loyalty", "simulate").ExitCode);
    }

    private static CrmxRun With(string program) =>
        CrmxRun.Of("loyalty", "simulate", "--program", program, "--orders", "x");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private CrmxRun Run(params string[] more)
    {
        string[] arguments =
        [
            "loyalty", "simulate", "--program", Write("p.json", Draft), "--orders", Write("o.csv", History), .. more,
        ];
        CrmxRun run = CrmxRun.Of(arguments);
        Assert.Equal("", run.Error);
        return run;
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
