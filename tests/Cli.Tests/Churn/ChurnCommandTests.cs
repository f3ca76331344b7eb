using System.Text.Json;

namespace CrmExtensions.Cli.Tests.Churn;

public sealed class ChurnCommandTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"orders-{Guid.NewGuid():N}.csv");

    public ChurnCommandTests() =>
        Assert.Equal(0, CrmxRun.Of("sample", "--until", "2025-01-01", "--out", file).ExitCode);

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Help_says_what_the_options_do() =>
        Approved.Is(CrmxRun.Of("churn", "evaluate", "--help").Output, "help-churn-evaluate");

    [Fact]
    public void A_fit_prints_its_parameters()
    {
        JsonElement fit = Json("churn", "fit", "--input", file, "--until", "2024-06-30", "--json");

        Assert.Equal("fitted", fit.GetProperty("result").GetString(), ignoreCase: true);
        Assert.Equal(["r", "alpha", "a", "b"], fit.GetProperty("parameters").EnumerateObject().Select(one => one.Name));
        Assert.True(fit.GetProperty("cells").GetInt32() <= fit.GetProperty("customers").GetInt32());
        Assert.True(fit.GetProperty("logLikelihood").GetDouble() < 0);
    }

    [Fact]
    [Trait("Rule", "C13")]
    public void A_fit_knows_nothing_of_the_days_after_it()
    {
        string[] lines = File.ReadAllLines(file);
        File.WriteAllLines(file, lines.Where(
            (line, at) => at == 0 || string.CompareOrdinal(Day(line), "2024-06-30") <= 0));
        JsonElement without = Json("churn", "fit", "--input", file, "--until", "2024-06-30", "--json");
        File.WriteAllLines(file, lines);
        JsonElement with = Json("churn", "fit", "--input", file, "--until", "2024-06-30", "--json");

        Assert.Equal(
            without.GetProperty("parameters").GetRawText(), with.GetProperty("parameters").GetRawText());

        static string Day(string line) => line.Split(',')[2][..10];
    }

    [Fact]
    public void An_evaluation_says_how_the_model_did_later_and_whether_it_may_speak()
    {
        JsonElement evaluation = Json("churn", "evaluate", "--input", file,
            "--calibration-end", "2024-06-30", "--holdout-days", "90", "--json");

        JsonElement holdout = evaluation.GetProperty("holdout");
        Assert.Equal(evaluation.GetProperty("customers").GetInt32(), holdout.GetProperty("customers").GetInt32());
        Assert.InRange(holdout.GetProperty("aucAny").GetDouble(), 0.6, 1);
        Assert.True(holdout.GetProperty("logLoss").GetDouble() < holdout.GetProperty("baseLogLoss").GetDouble());
        Assert.True(evaluation.GetProperty("gate").GetProperty("passed").GetBoolean());
        Assert.NotEmpty(evaluation.GetProperty("gate").GetProperty("why").GetString()!);
    }

    [Fact]
    public void Too_few_customers_end_with_the_reason_and_exit_code_1()
    {
        string[] lines = File.ReadAllLines(file);
        string[] customers = [.. lines.Skip(1).Select(line => line.Split(',')[1]).Distinct().Take(20)];
        File.WriteAllLines(file, lines.Where((line, at) => at == 0 || customers.Contains(line.Split(',')[1])));

        CrmxRun run = CrmxRun.Of("churn", "fit", "--input", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("fewer than 25 customers", run.Output);
    }

    [Fact]
    public void A_day_before_the_first_order_is_wrong_usage()
    {
        CrmxRun run = CrmxRun.Of("churn", "fit", "--input", file, "--until", "1999-01-01");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--until is before the first order", run.Error);
    }

    [Theory]
    [InlineData("2024-12-31", "90", "leaves nothing to test on")]
    [InlineData("2024-06-30", "365", "at most 184 days after --calibration-end are known")]
    public void A_test_on_days_that_nobody_has_seen_is_refused(string end, string days, string expected)
    {
        CrmxRun run = CrmxRun.Of(
            "churn", "evaluate", "--orders", file, "--calibration-end", end, "--holdout-days", days);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public void A_file_without_a_purchase_says_what_a_purchase_is()
    {
        File.WriteAllText(file, "orderid,customerid,orderedon,productid,quantity,amount\nC1,K1,2024-01-01,P,1,10\n");

        CrmxRun run = CrmxRun.Of("churn", "fit", "--input", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("holds no purchase", run.Error);
    }

    private static JsonElement Json(params string[] arguments)
    {
        CrmxRun run = CrmxRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
