using System.Text.Json;
using CrmExtensions.Cli.Demo;

namespace CrmExtensions.Cli.Tests;

public sealed class HealthCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crmx-health-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_fresh_environment_is_healthy_and_tells_what_is_not_scheduled_yet()
    {
        CrmxRun run = CrmxRun.Of("health", "--db", Fresh());

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 replayed, 0 differ", run.Output);
        Assert.EndsWith("Healthy.\n", run.Output);
    }

    [Fact]
    public void Figures_are_json_too_and_every_key_is_active()
    {
        JsonElement report = JsonDocument.Parse(CrmxRun.Of("health", "--json", "--db", Fresh()).Output).RootElement;

        Assert.True(report.GetProperty("isHealthy").GetBoolean());
        JsonElement[] keys = [.. report.GetProperty("keys").EnumerateArray()];
        Assert.True(keys.Length >= 9);
        Assert.All(keys, key => Assert.Equal("Active", key.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("health")]
    [InlineData("serve")]
    public void A_file_that_is_no_environment_is_named_with_the_remedy(string command)
    {
        string path = Path.Combine(folder.FullName, "orders.csv");
        File.WriteAllText(path, "orderid,customerid,orderedon,productid,quantity,amount\n");

        CrmxRun run = CrmxRun.Of(command, "--db", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{path} is no environment of a local Dataverse; `crmx demo --db FILE` creates one.\n", run.Error);
        Assert.StartsWith("orderid,", File.ReadAllText(path));
    }

    [Fact]
    public void Without_an_environment_it_says_how_to_name_one_instead_of_checking_nothing()
    {
        CrmxRun run = CrmxRun.Of("health");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("--db FILE is missing", run.Error);
    }

    [Fact]
    public void A_probe_without_a_sandbox_and_a_missing_file_are_refused_by_name()
    {
        CrmxRun probe = CrmxRun.Of("health", "--probe");
        CrmxRun missing = CrmxRun.Of("health", "--db", "no-such-environment.db");

        Assert.Equal([1, 1], [probe.ExitCode, missing.ExitCode]);
        Assert.StartsWith("--probe needs a sandbox", probe.Error);
        Assert.StartsWith("There is no file no-such-environment.db", missing.Error);
    }

    private string Fresh()
    {
        string file = Path.Combine(folder.FullName, "fresh.db");
        DemoEnvironment.Open(file, TimeProvider.System).Dispose();
        return file;
    }
}
