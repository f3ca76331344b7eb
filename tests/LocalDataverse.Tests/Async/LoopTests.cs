using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Async;

/// <summary>Depth is counted through asynchronous chains, within an hour.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_job_that_sets_itself_off_again_is_stopped_as_an_infinite_loop()
    {
        Guid account = _environment.CreateAccount();
        _environment.Later("Update", "account", "TouchForever");
        _environment.Service.Update(new Entity("account", account) { ["fax"] = "0" });

        Assert.Equal(8, _environment.Dataverse.RunAsyncJobs());

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], _environment.Jobs().Select(job => (int)job["depth"]));
        Assert.Single(_environment.Jobs().Select(job => job["correlationid"]).Distinct());
        Entity last = _environment.Jobs()[^1];
        Assert.Equal(31, TestEnvironment.StatusOf(last));
        Assert.Equal(unchecked((int)0x80044182), last["errorcode"]);
        Assert.StartsWith("This workflow job was canceled", (string)last["friendlymessage"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("59", 8, 31)]
    [InlineData("61", 12, 30)]
    public void A_chain_is_counted_on_for_an_hour_between_two_of_its_jobs(string minutes, int runs, int lastStatus)
    {
        Guid account = _environment.CreateAccount();
        _environment.Later("Update", "account", "TouchLater", minutes);
        _environment.Service.Update(new Entity("account", account) { ["fax"] = "0" });
        DateTime end = _environment.Clock.GetUtcNow().UtcDateTime.AddMinutes(61 * 11);

        Assert.Equal(runs, _environment.Dataverse.RunAsyncJobsUntil(end, _environment.Clock.Set));

        Entity last = _environment.Jobs().Last(job => job.Contains("completedon"));
        Assert.Equal(lastStatus, TestEnvironment.StatusOf(last));
        Assert.Equal(lastStatus == 31 ? 8 : 2, last["depth"]);
    }
}
