using System;
using System.Linq;
using Dataverse.Local.Async;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Async;

public sealed class JobRetryTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_job_that_asks_for_it_is_run_again_later_and_later()
    {
        _environment.Later("Create", "account", "TryAgain");
        _environment.CreateAccount();
        DateTime start = _environment.Clock.GetUtcNow().UtcDateTime;

        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());
        JobInfo waiting = _environment.Dataverse.Jobs.Single();
        Assert.Equal(JobStatus.Waiting, waiting.Status);
        Assert.Equal(start.AddMinutes(1), waiting.PostponedUntil);
        Assert.Equal(1, waiting.RetryCount);

        Assert.Equal(2, _environment.Dataverse.RunAsyncJobsUntil(start.AddHours(1), _environment.Clock.Set));
        Entity job = _environment.Jobs().Single();
        Assert.Equal(30, TestEnvironment.StatusOf(job));
        Assert.Equal(start.AddMinutes(3), job["completedon"]);
        Assert.Equal(2, job["retrycount"]);
        Assert.False(job.Contains("friendlymessage"));
    }

    [Fact]
    public void After_ten_repetitions_the_job_has_failed()
    {
        _environment.Later("Create", "account", "Throw", "Retry");
        _environment.CreateAccount();
        DateTime start = _environment.Clock.GetUtcNow().UtcDateTime;

        Assert.Equal(11, _environment.Dataverse.RunAsyncJobsUntil(start.AddDays(2), _environment.Clock.Set));

        Entity job = _environment.Jobs().Single();
        Assert.Equal(31, TestEnvironment.StatusOf(job));
        Assert.Equal(10, job["retrycount"]);
        Assert.Equal("asked for Retry", job["friendlymessage"]);
    }

    [Fact]
    public void A_clock_that_does_not_follow_is_noticed()
    {
        _environment.Later("Create", "account", "Throw", "Retry");
        _environment.CreateAccount();

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() =>
            _environment.Dataverse.RunAsyncJobsUntil(
                _environment.Clock.GetUtcNow().UtcDateTime.AddDays(1), _ => { }));

        Assert.Contains("did not follow", refused.Message, StringComparison.Ordinal);
    }
}
