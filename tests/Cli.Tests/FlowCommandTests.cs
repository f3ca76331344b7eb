using System.Text.Json;

namespace CrmExtensions.Cli.Tests;

public sealed class FlowCommandTests
{
    /// <summary>docs/flow.md shows this text: one direction, at most three levels of our own code.</summary>
    [Fact]
    public void One_save_of_an_order_goes_one_way()
    {
        CrmxRun run = CrmxRun.Of("flow", "salesorder.Update");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Approved.Is(run.Output, "flow-salesorder.Update");
    }

    [Fact]
    public void The_tree_is_json_too()
    {
        CrmxRun run = CrmxRun.Of("flow", "crmx_loyaltyentry.create", "--json");

        JsonElement entry = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal("Create crmx_loyaltyentry", entry.GetProperty("text").GetString());
        Assert.Contains(entry.GetProperty("children").EnumerateArray(), child =>
            child.GetProperty("kind").GetString() == "Job"
            && child.GetProperty("text").GetString()!.EndsWith(
                "FollowPostingOnEntryCreated", StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_that_does_not_happen_is_refused_with_those_that_do()
    {
        CrmxRun run = CrmxRun.Of("flow", "account.Delete");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Nothing in this run is account.Delete; it has account.", run.Error);
        Assert.Contains("salesorder.Update", run.Error);
    }
}
