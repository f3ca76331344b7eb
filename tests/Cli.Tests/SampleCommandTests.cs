using System.Text.Json;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Tests;

public sealed class SampleCommandTests
{
    [Fact]
    public void Help_says_what_the_options_do() => Approved.Is(CrmxRun.Of("sample", "--help").Output, "help-sample");

    [Fact]
    public void The_printed_orders_are_a_csv_of_orders()
    {
        CrmxRun run = CrmxRun.Of("sample", "--customers", "20", "--until", "2025-01-01");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(OrderFile.Header + "\nS100001,K10", run.Output);
        Assert.Contains(",2024-12-", run.Output);
        Assert.DoesNotContain(",2025-", run.Output);
    }

    [Fact]
    public void The_planted_truth_is_json()
    {
        CrmxRun run = CrmxRun.Of("sample", "--customers", "20", "--truth");

        JsonElement truth = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(20, truth.GetProperty("customers").GetArrayLength());
        Assert.Equal(
            ["Fading", "Loyal", "OneTime", "Seasonal"],
            truth.GetProperty("customers").EnumerateArray()
                .Select(customer => customer.GetProperty("segment").GetString()).Distinct().Order());
        Assert.Equal("MACH-01", truth.GetProperty("pairs")[0].GetProperty("first").GetString());
    }
}
