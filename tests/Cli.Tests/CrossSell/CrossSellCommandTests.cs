using System.Text.Json;

namespace CrmExtensions.Cli.Tests.CrossSell;

public sealed class CrossSellCommandTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"orders-{Guid.NewGuid():N}.csv");

    public CrossSellCommandTests() =>
        Assert.Equal(0, CrmxRun.Of("sample", "--until", "2025-01-01", "--out", file).ExitCode);

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("fit")]
    [InlineData("rules")]
    [InlineData("evaluate")]
    [InlineData("recommend")]
    public void Help_says_what_the_options_do(string command) =>
        Approved.Is(CrmxRun.Of("crosssell", command, "--help").Output, $"help-crosssell-{command}");

    [Fact]
    public void A_fit_prints_its_strongest_pairs_and_writes_every_product()
    {
        string model = file + ".json";
        JsonElement fit = Json("crosssell", "fit", "--input", file, "--out", model, "--json");
        JsonElement written = JsonDocument.Parse(File.ReadAllText(model)).RootElement;
        File.Delete(model);

        Assert.Equal(10, fit.GetProperty("topPairs").GetArrayLength());
        Assert.All(fit.GetProperty("topPairs").EnumerateArray(),
            pair => Assert.True(pair.GetProperty("g2").GetDouble() > 10.83));
        Assert.Equal(fit.GetProperty("baskets").GetInt32(), written.GetProperty("baskets").GetInt32());
        Assert.Equal(fit.GetProperty("products").GetInt32(), written.GetProperty("products").GetArrayLength());
        Assert.All(written.GetProperty("products").EnumerateArray(),
            product => Assert.InRange(product.GetProperty("partners").GetArrayLength(), 0, 20));
    }

    [Fact]
    public void Rules_reach_what_was_asked_for_and_the_planted_pair_is_among_them()
    {
        JsonElement answer = Json("crosssell", "rules", "--orders", file, "--support", "0.005", "--confidence", "0.3",
            "--top", "100000", "--json");

        JsonElement[] rules = [.. answer.GetProperty("topRules").EnumerateArray()];
        Assert.Equal(answer.GetProperty("rules").GetInt32(), rules.Length);
        Assert.All(rules, rule => Assert.InRange(rule.GetProperty("support").GetDouble(), 0.005, 1));
        Assert.All(rules, rule => Assert.InRange(rule.GetProperty("confidence").GetDouble(), 0.3, 1));
        Assert.Contains(rules, rule => rule.GetProperty("consequent").GetString() == "CARE-01"
            && rule.GetProperty("antecedent")[0].GetString() == "MACH-01"
            && rule.GetProperty("lift").GetDouble() > 1);
    }

    [Theory]
    [InlineData("crosssell", "fit")]
    [InlineData("churn", "score")]
    [InlineData("crosssell", "rules")]
    public void A_line_that_is_left_out_is_told_with_place_and_reason(string group, string command)
    {
        File.AppendAllText(file, "N1,K1,2024-01-01,P,1,\"3,00\"\nN2,K1,31.12.2023,P,1,3.00\n");
        int lines = File.ReadAllLines(file).Length;

        CrmxRun run = CrmxRun.Of(group, command, "--input", file, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("2 malformed lines were left out:\n", run.Error);
        Assert.Contains($"  line {lines - 1} ", run.Error);
        Assert.Contains($"  line {lines} ", run.Error);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("0,01")]
    [InlineData("a lot")]
    public void A_share_that_is_none_is_wrong_usage(string share)
    {
        CrmxRun run = CrmxRun.Of("crosssell", "rules", "--input", file, "--support", share);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"above 0 up to 1 such as 0.01, not '{share}'", run.Error);
    }

    [Theory]
    [InlineData("completion-rest", "last20")]
    [InlineData("completion-one", "mod5")]
    [InlineData("next-all", "last20")]
    [InlineData("next-novel", "last20")]
    public void An_evaluation_stands_beside_popularity_on_the_same_cases(string protocol, string test)
    {
        JsonElement pairs = Json(
            "crosssell", "evaluate", "--input", file, "--protocol", protocol, "--test", test, "--json");
        JsonElement popularity = Json("crosssell", "evaluate", "--input", file, "--protocol", protocol,
            "--test", test, "--ranker", "popularity", "--json");

        Assert.Equal(popularity.GetProperty("cases").GetInt32(), pairs.GetProperty("cases").GetInt32());
        foreach (string figure in new[] { "hit10", "ndcg10", "recall10" })
        {
            Assert.Equal(popularity.GetProperty(figure).GetDouble(),
                pairs.GetProperty("popularity").GetProperty(figure).GetDouble());
        }

        JsonElement gate = pairs.GetProperty("gate");
        Assert.Equal(
            gate.GetProperty("difference").GetDouble() > 2 * gate.GetProperty("standardError").GetDouble(),
            gate.GetProperty("passed").GetBoolean());
        Assert.False(popularity.GetProperty("gate").GetProperty("passed").GetBoolean());
        Assert.True(pairs.GetProperty("pairs").GetInt32() > 100);
    }

    [Fact]
    [Trait("Rule", "X08")]
    public void A_basket_gets_its_planted_partner_with_the_counts()
    {
        JsonElement answer = Json("crosssell", "recommend", "--input", file, "--basket", "MACH-01", "--json");

        JsonElement first = answer.GetProperty("goesWith")[0];
        Assert.True(answer.GetProperty("gate").GetProperty("passed").GetBoolean());
        Assert.Equal("CARE-01", first.GetProperty("product").GetString());
        Assert.Equal("learned", first.GetProperty("source").GetString());
        Assert.Equal("boughtTogether", first.GetProperty("reason").GetString());
        Assert.Contains("times as often as expected", first.GetProperty("text").GetString());
        Assert.Empty(answer.GetProperty("buyAgain").EnumerateArray());
    }

    [Fact]
    [Trait("Rule", "X01")]
    public void A_customer_gets_two_lists_that_never_mix()
    {
        string[] lines = File.ReadAllLines(file);
        string customer = lines.Skip(1).Select(line => line.Split(',')[1]).CountBy(id => id)
            .OrderBy(count => count.Value).Last().Key;
        string[] owned = [.. lines.Where(line => line.Split(',')[1] == customer).Select(line => line.Split(',')[3])];

        JsonElement answer = Json(
            "crosssell", "recommend", "--input", file, "--customer", customer, "--top", "100", "--json");

        Assert.All(Products(answer, "goesWith"), product => Assert.DoesNotContain(product, owned));
        Assert.All(Products(answer, "buyAgain"), product => Assert.Contains(product, owned));
        Assert.All(answer.GetProperty("buyAgain").EnumerateArray(), due => Assert.True(
            due.GetProperty("daysSince").GetInt32() >= due.GetProperty("intervalDays").GetDouble()));
    }

    [Fact]
    public void A_product_that_nobody_bought_is_named_and_says_nothing()
    {
        CrmxRun run = CrmxRun.Of("crosssell", "recommend", "--input", file, "--basket", "NOPE, MACH-01");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Nobody bought NOPE", run.Output);
        Assert.Contains("CARE-01", run.Output);
    }

    [Fact]
    public void An_unknown_customer_is_a_failure_with_the_remedy()
    {
        CrmxRun run = CrmxRun.Of("crosssell", "recommend", "--input", file, "--customer", "nobody");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("give the id as in the column customerid", run.Error);
    }

    [Fact]
    public void Neither_customer_nor_basket_is_wrong_usage()
    {
        CrmxRun run = CrmxRun.Of("crosssell", "recommend", "--input", file, "--basket", " , ");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--customer ID, --basket P1,P2", run.Error);
    }

    [Fact]
    public void Returns_and_cancelled_orders_are_no_baskets()
    {
        File.WriteAllText(file, "orderid,customerid,orderedon,productid,quantity,amount\n"
            + "C1,K1,2024-01-01,P,1,10\n2,K1,2024-01-01,P,-1,10\n3,K1,2024-01-01,P,1,-10\n");
        CrmxRun none = CrmxRun.Of("crosssell", "fit", "--input", file);
        File.AppendAllText(file, "4,,2024-01-01,P,1,10\n");
        JsonElement one = Json("crosssell", "fit", "--input", file, "--json");

        Assert.Equal(1, none.ExitCode);
        Assert.Contains("holds no purchase", none.Error);
        Assert.Equal(1, one.GetProperty("baskets").GetInt32());
        Assert.Equal(3, one.GetProperty("otherLines").GetInt32());
    }

    private static string[] Products(JsonElement answer, string list) =>
        [.. answer.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("product").GetString()!)];

    private static JsonElement Json(params string[] arguments)
    {
        CrmxRun run = CrmxRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
