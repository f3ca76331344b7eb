using System.Text;

namespace CrmExtensions.Cli.Tests.Orders;

/// <summary>Files that nobody could read as orders: one sentence says what is wrong and what to do.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Header = "orderid,customerid,orderedon,productid,quantity,amount\n";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"hostile-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("crosssell", "fit")]
    [InlineData("churn", "score")]
    public void Dates_of_another_country_are_named_as_the_reason(string area, string command)
    {
        string error = Refused("1,K,31.12.2024,P,1,10\n2,K,30.12.2024,P,1,10\n", area, command);

        Assert.Contains("holds no purchase", error);
        Assert.Contains("2 malformed lines were left out, the first one because line 2 orderedon is no ISO", error);
    }

    [Theory]
    [InlineData("crosssell", "fit")]
    [InlineData("churn", "score")]
    public void Order_ids_that_read_as_cancellations_are_named_as_the_reason(string area, string command)
    {
        string error = Refused("CO-1,K,2024-12-31,P,1,10\nCO-2,K,2024-12-30,P,1,10\n", area, command);

        Assert.Contains("2 lines are of orders whose id starts with C, which names a cancellation", error);
        Assert.DoesNotContain("malformed", error);
    }

    [Theory]
    [InlineData("1,\"K,2024-01-01,P,1,10\n", "quote that is not closed")]
    [InlineData("1,K,2024-01-01,P,NaN,10\n", "quantity is no number")]
    [InlineData("1,K,2024-01-01,P,\"1,5\",10\n", "quantity is no number")]
    [InlineData("1,K,2024-01-01,P,1,1e300\n", "amount is no number")]
    [InlineData("1,K,2024-01-01,P,1,999999999999\n", "amount is larger than")]
    [InlineData("1,K\0,2024-01-01,P,1,10\n", "control character")]
    public void What_spoils_a_line_is_said(string line, string reason) =>
        Assert.Contains(reason, Refused(line, "crosssell", "fit"));

    [Fact]
    public void An_empty_path_is_told_from_an_unexpected_failure()
    {
        CrmxRun run = CrmxRun.Of("crosssell", "fit", "--input", "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The path of the file is empty", run.Error);
        Assert.DoesNotContain("not expected", run.Error);
    }

    [Fact]
    public void The_model_is_never_written_over_the_orders()
    {
        File.WriteAllText(file, Header + "1,K,2024-01-01,P,1,10\n", Encoding.UTF8);
        CrmxRun over = CrmxRun.Of("crosssell", "fit", "--input", file, "--out", Path.GetRelativePath(".", file));
        CrmxRun empty = CrmxRun.Of("crosssell", "fit", "--input", file, "--out", "");

        Assert.Equal([2, 2], [over.ExitCode, empty.ExitCode]);
        Assert.Contains("would be overwritten", over.Error);
        Assert.StartsWith(Header, File.ReadAllText(file));
    }

    private string Refused(string lines, string area, string command)
    {
        File.WriteAllText(file, Header + lines, Encoding.UTF8);
        CrmxRun run = CrmxRun.Of(area, command, "--input", file);
        Assert.Equal(1, run.ExitCode);
        return run.Error;
    }
}
