using System;
using System.Linq;
using Dataverse.Local.Async;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Async;

/// <summary>What users do with jobs: postpone, resume, cancel, delete.</summary>
public sealed class JobControlTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_postponed_job_waits_for_its_time()
    {
        Guid job = Wait("CreateTask", "x");
        DateTime later = _environment.Clock.GetUtcNow().UtcDateTime.AddHours(3);
        _environment.Service.Update(new Entity("asyncoperation", job) { ["postponeuntil"] = later });

        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(10, Status());
        Assert.Equal(later, _environment.Dataverse.NextJobDue);

        Assert.Equal(1, _environment.Dataverse.RunAsyncJobsUntil(later.AddHours(1), _environment.Clock.Set));
        Assert.Equal(30, Status());
        Assert.Equal(later, _environment.Jobs().Single()["startedon"]);
        Assert.Equal(later.AddHours(1), _environment.Clock.GetUtcNow().UtcDateTime);
        Assert.Null(_environment.Dataverse.NextJobDue);
    }

    [Fact]
    public void A_suspended_job_goes_on_when_somebody_resumes_it()
    {
        Guid job = Wait("SuspendOnce", null);
        _environment.Dataverse.RunAsyncJobs();
        Assert.Null(_environment.Dataverse.NextJobDue);
        Assert.Equal("waits for somebody", _environment.Dataverse.Jobs.Single().Message);

        _environment.Service.Update(new Entity("asyncoperation", job) { ["statecode"] = new OptionSetValue(0) });

        Assert.Equal(1, _environment.Dataverse.WaitingJobs);
        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(30, Status());
        Assert.Equal(1, _environment.Count("task"));
    }

    [Fact]
    public void A_cancelled_job_does_not_run()
    {
        Guid job = Wait("CreateTask", "x");
        _environment.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("asyncoperation", job),
            State = new OptionSetValue(3),
            Status = new OptionSetValue(32),
        });

        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(0, _environment.Count("task"));
        Assert.Equal(JobStatus.Canceled, _environment.Dataverse.Jobs.Single().Status);
    }

    [Fact]
    public void A_deleted_job_does_not_run()
    {
        Guid job = Wait("CreateTask", "x");
        _environment.Service.Delete("asyncoperation", job);

        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(0, _environment.Count("task"));
    }

    [Theory]
    [InlineData(0, -2147204762)]
    [InlineData(1, -2147204761)]
    [InlineData(2, -2147204766)]
    [InlineData(3, -2147204763)]
    public void A_job_that_is_over_stays_as_it_is(int state, int code)
    {
        Guid job = Wait("Refuse", "no");
        _environment.Dataverse.RunAsyncJobs();
        Entity change = new("asyncoperation", job) { ["statecode"] = new OptionSetValue(state) };
        if (state == 3)
        {
            change["statuscode"] = new OptionSetValue(30);
        }

        Assert.Equal(code, TestEnvironment.FaultOf(() => _environment.Service.Update(change)).ErrorCode);
        Assert.Equal(31, Status());
    }

    [Fact]
    public void A_job_that_waits_can_be_cancelled_but_not_declared_done_or_paused()
    {
        Guid job = Wait("CreateTask", "x");
        Entity done = new("asyncoperation", job) { ["statuscode"] = new OptionSetValue(30) };
        Entity paused = new("asyncoperation", job) { ["statecode"] = new OptionSetValue(1) };

        Assert.Equal(-2147204763, TestEnvironment.FaultOf(() => _environment.Service.Update(done)).ErrorCode);
        Assert.Equal(-2147204761, TestEnvironment.FaultOf(() => _environment.Service.Update(paused)).ErrorCode);
        Assert.Equal(0, Status());
    }

    [Fact]
    public void Only_the_platform_creates_jobs()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Create(new Entity("asyncoperation") { ["name"] = "mine" }));

        Assert.Contains("system jobs", fault.Message, StringComparison.Ordinal);
    }

    private Guid Wait(string plugin, string? configuration)
    {
        _environment.Later("Create", "account", plugin, configuration);
        _environment.CreateAccount();
        return _environment.Jobs().Single().Id;
    }

    private int Status() => TestEnvironment.StatusOf(_environment.Jobs().Single());
}
