using System.Text.Json;

namespace CrmExtensions.Cli.Tests.Churn;

public sealed class ScoreCommandTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"orders-{Guid.NewGuid():N}.csv");

    public ScoreCommandTests() => Assert.Equal(0, CrmxRun.Of("sample", "--out", file).ExitCode);

    public void Dispose() => File.Delete(file);

    [Fact]
    [Trait("Rule", "C01")]
    public void In_the_sample_business_fading_and_loyal_customers_separate()
    {
        Dictionary<string, string> planted = Json("sample", "--truth").GetProperty("customers").EnumerateArray()
            .ToDictionary(one => Text(one, "id"), one => Text(one, "segment"));
        JsonElement[] rows = [.. Score().GetProperty("rows").EnumerateArray()];
        double[] loyal = Probabilities("Loyal"), fading = Probabilities("Fading");

        double won = loyal.Sum(one => fading.Count(other => one > other));

        Assert.True(won / loyal.Length / fading.Length >= 0.9, $"AUC {won / loyal.Length / fading.Length:F3}");
        Assert.All(Rows("Loyal"), row => Assert.Equal("Low", Text(row, "level")));
        Assert.True(Rows("Fading").Count(row => Text(row, "level") is "Medium" or "High"
            || Text(row, "state") == "Churned") > 60);
        Assert.All(Rows("Seasonal"), row => Assert.NotEqual("High", Text(row, "level")));
        Assert.All(Rows("OneTime"), row => Assert.Equal("None", Text(row, "level")));

        IEnumerable<JsonElement> Rows(string segment) => rows.Where(row => planted[Text(row, "customer")] == segment);
        double[] Probabilities(string segment) =>
            [.. Rows(segment).Select(row => row.GetProperty("probability").GetDouble())];
    }

    [Fact]
    [Trait("Rule", "C10")]
    public void Every_row_has_reasons_value_and_risk_dates_in_the_language_asked_for()
    {
        JsonElement score = Score("--language", "de");

        Assert.Equal("Model", Text(score, "source"));
        Assert.Equal(score.GetProperty("customers").GetInt32(), score.GetProperty("rows").GetArrayLength());
        JsonElement[] active = [.. score.GetProperty("rows").EnumerateArray()
            .Where(row => Text(row, "state") == "Active")];
        Assert.NotEmpty(active);
        Assert.All(active, row =>
        {
            Assert.InRange(row.GetProperty("reasons").GetArrayLength(), 2, 4);
            Assert.Contains("ordert alle ", row.GetProperty("reasons").GetRawText());
            Assert.True(string.CompareOrdinal(Text(row, "mediumRiskOn"), Text(row, "highRiskOn")) <= 0);
            Assert.True(row.GetProperty("expectedOrders").GetDouble() >= 0);
            Assert.True(row.GetProperty("value").GetProperty("low").GetDecimal()
                <= row.GetProperty("value").GetProperty("amount").GetDecimal());
            Assert.True(row.GetProperty("shown").GetProperty("customers").GetInt32() >= 30);
        });
    }

    [Fact]
    public void The_table_says_how_many_stand_where_and_who_comes_first()
    {
        CrmxRun run = CrmxRun.Of("churn", "score", "--orders", file, "--until", "2026-01-01", "--top", "3");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Model: the model passed its back-test", run.Output);
        Assert.Contains("off season", run.Output);
        Assert.Contains("silent for", run.Output);
    }

    [Fact]
    [Trait("Rule", "C14")]
    public void A_few_customers_are_scored_by_the_rule_and_it_says_so()
    {
        string[] lines = File.ReadAllLines(file);
        string[] customers = [.. lines.Skip(1).Select(line => line.Split(',')[1]).Distinct().Take(20)];
        File.WriteAllLines(file, lines.Where((line, at) => at == 0 || customers.Contains(line.Split(',')[1])));

        JsonElement score = Score();

        Assert.Equal("Rule", Text(score, "source"));
        Assert.Equal("the customers do not allow a model", Text(score, "why"));
        Assert.All(score.GetProperty("rows").EnumerateArray(),
            row => Assert.Equal(JsonValueKind.Null, row.GetProperty("probability").ValueKind));
    }

    [Fact]
    [Trait("Rule", "C13")]
    public void A_score_knows_nothing_of_later_days()
    {
        string[] lines = File.ReadAllLines(file);
        string with = Until("2025-06-30");
        File.WriteAllLines(file, lines.Where(
            (line, at) => at == 0 || string.CompareOrdinal(line.Split(',')[2][..10], "2025-06-30") <= 0));

        Assert.Equal(with, Until("2025-06-30"));

        string Until(string day) =>
            Json("churn", "score", "--input", file, "--until", day, "--json").GetRawText();
    }

    private JsonElement Score(params string[] more) =>
        Json(["churn", "score", "--input", file, "--until", "2026-01-01", "--horizon-days", "90", "--json", .. more]);

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static JsonElement Json(params string[] arguments)
    {
        CrmxRun run = CrmxRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
