using System.Text.Json;

namespace CrmExtensions.Cli.Tests.Demo;

/// <summary>The whole way: pack, import, load through the plugins, add up, verify.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crmx").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Help_says_what_the_options_do() => Approved.Is(CrmxRun.Of("demo", "--help").Output, "help-demo");

    [Fact]
    public void The_sample_business_earns_its_points_and_adds_up()
    {
        CrmxRun run = CrmxRun.Of("demo", "--customers", "20", "--no-serve", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(report.GetProperty("isGood").GetBoolean());
        Assert.Equal(20, report.GetProperty("members").GetInt32());
        Assert.Equal(Figures(report, "expected"), Figures(report, "stored"));
        Assert.Equal(
            report.GetProperty("stored").GetProperty("fulfilledOrders").GetInt32(),
            report.GetProperty("entries").GetInt32());
        Assert.Equal(
            report.GetProperty("stored").GetProperty("points").GetInt64(),
            report.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("points").GetInt64()));
        Assert.Equal(3, report.GetProperty("speed").GetProperty("outsideRequests").GetDouble());
        Assert.InRange(report.GetProperty("speed").GetProperty("pluginRequests").GetDouble(), 1, 15);
    }

    [Fact]
    public void Real_orders_with_everything_odd_in_them_are_stored_to_the_cent()
    {
        string file = Write("""
            orderid,customerid,orderedon,productid,quantity,amount
            1001,K1,2025-01-01T10:00:00Z,A,3,10.00
            1001,K1,2025-01-01T10:00:00Z,B,2,4.50
            1002,,2025-01-02,A,1,900.00
            not a line
            C1003,K1,2025-01-03,A,-3,-10.00
            1004,K2,2025-01-03,a,0,5.25
            1004,K2,2025-01-03,BANK CHARGES,1,-1.00
            1005,K2,2025-01-04,GIFT,12,0.00
            1006,K2,2025-01-05,B,-1,-7.00
            1007,K1,2025-01-06,C,1,0.0001
            """);

        CrmxRun run = CrmxRun.Of("demo", "--orders", file, "--no-serve", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        JsonElement stored = report.GetProperty("stored");
        Assert.Equal(6, stored.GetProperty("fulfilledOrders").GetInt32());
        Assert.Equal(1, stored.GetProperty("cancelledOrders").GetInt32());
        Assert.Equal(9, stored.GetProperty("lines").GetInt32());
        Assert.Equal(901.7501m, stored.GetProperty("amount").GetDecimal());
        Assert.Equal(901.7501m, stored.GetProperty("orderAmount").GetDecimal());
        Assert.Equal(14 + 4 - 4, stored.GetProperty("points").GetInt32());
        Assert.Equal(3, report.GetProperty("customers").GetInt32());
        Assert.Equal(2, report.GetProperty("members").GetInt32());
        Assert.Equal(5, report.GetProperty("firstMalformedLines")[0].GetProperty("number").GetInt32());
    }

    [Fact]
    public void Long_ids_and_the_earliest_date_load()
    {
        string row = $"{new string('o', 100)},{Guid.NewGuid()},1754-01-01,{new string('p', 100)},1,2.00000000\n";
        string file = Write("orderid,customerid,orderedon,productid,quantity,amount\n" + row);

        CrmxRun run = CrmxRun.Of("demo", "--orders", file, "--no-serve");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void An_environment_is_kept_in_a_new_file_only()
    {
        string database = Path.Combine(folder, "demo.db");

        CrmxRun first = CrmxRun.Of("demo", "--customers", "20", "--no-serve", "--db", database);
        CrmxRun second = CrmxRun.Of("demo", "--customers", "20", "--no-serve", "--db", database);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("Ledgers verified: replay = balance for 20 members.", first.Output);
        Assert.Equal(1, second.ExitCode);
        Assert.Equal(
            $"{database} exists; a demo starts with an empty environment, so give --db a new file.\n", second.Error);
    }

    [Fact]
    public void Orders_and_sample_options_do_not_go_together()
    {
        CrmxRun run = CrmxRun.Of("demo", "--orders", "orders.csv", "--seed", "2", "--no-serve");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "--orders brings its own customers and dates; leave --seed, --until and --customers out.\n", run.Error);
    }

    [Theory]
    [InlineData("orderid,customerid,orderedon,productid,quantity,amount\n",
        "holds no orders; add lines below the header.")]
    [InlineData("orderid,customerid,orderedon,productid,quantity,amount\nbad\n", "line 2 has 1 fields instead of 6.")]
    [InlineData("a,b\n", "line 1 is \"a,b\".")]
    public void A_file_without_orders_fails_and_says_why(string text, string why)
    {
        CrmxRun run = CrmxRun.Of("demo", "--orders", Write(text), "--no-serve");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(why + "\n", run.Error);
        Assert.Equal("", run.Output);
    }

    private static IEnumerable<decimal> Figures(JsonElement report, string name) =>
        report.GetProperty(name).EnumerateObject().Select(figure => figure.Value.GetDecimal());

    private string Write(string text)
    {
        string path = Path.Combine(folder, "orders.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
