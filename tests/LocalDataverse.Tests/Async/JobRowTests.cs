using System;
using System.Linq;
using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Async;

public sealed class JobRowTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_waiting_job_says_whose_what_and_in_which_chain_it_is()
    {
        _environment.Later("Create", "account", "CreateTask", "x");
        Guid account = _environment.CreateAccount();

        Entity job = _environment.Jobs().Single();

        Assert.Equal(1, job.GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Equal("System Event", job.FormattedValues["operationtype"]);
        Assert.Equal(0, job.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(new EntityReference("account", account), job["regardingobjectid"]);
        Assert.Equal("account", job["primaryentitytype"]);
        Assert.Equal("Create", job["messagename"]);
        Assert.Equal("TestPlugins.CreateTask", job["name"]);
        Assert.Equal(_environment.Dataverse.AdministratorId, job.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(1, job["depth"]);
        Assert.Equal(0, job["retrycount"]);
        Assert.True(Guid.TryParse((string)job["correlationid"], out _));
        Assert.False(job.Contains("startedon"));
    }

    [Fact]
    public void A_job_is_locked_while_it_runs_and_says_when_it_began_and_ended()
    {
        _environment.Later("Create", "account", "DescribeJob");
        _environment.CreateAccount();
        _environment.Clock.Advance(TimeSpan.FromMinutes(2));

        string trace = _environment.Traced(() => _environment.Dataverse.RunAsyncJobs());

        Assert.Contains("| job status 20\n", trace, StringComparison.Ordinal);
        Assert.Contains("| created 2026-03-14T09:26:53\n", trace, StringComparison.Ordinal);
        Entity job = _environment.Jobs().Single();
        Assert.Equal(30, TestEnvironment.StatusOf(job));
        Assert.Equal(new DateTime(2026, 3, 14, 9, 28, 53), job["startedon"]);
        Assert.Equal(job["startedon"], job["completedon"]);
    }

    [Fact]
    public void A_job_that_succeeded_leaves_no_row_if_its_step_says_so()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.CreateTask",
            Configuration = "x",
            Message = "Create",
            Table = "account",
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
            DeleteJobOnSuccess = true,
        });
        _environment.Later("Create", "account", "Refuse", "no");
        _environment.CreateAccount();

        Assert.Equal(2, _environment.Dataverse.RunAsyncJobs());

        Assert.Equal(31, TestEnvironment.StatusOf(_environment.Jobs().Single()));
        Assert.Equal(1, _environment.Count("task"));
    }

    [Theory]
    [InlineData("Failed", 31)]
    [InlineData("Canceled", 32)]
    [InlineData("Suspended", 10)]
    [InlineData("Succeeded", 30)]
    public void A_plug_in_says_by_the_status_of_its_exception_what_becomes_of_its_job(string status, int expected)
    {
        _environment.Later("Create", "account", "Throw", status);
        _environment.CreateAccount();

        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());

        Entity job = _environment.Jobs().Single();
        Assert.Equal(expected, TestEnvironment.StatusOf(job));
        Assert.Equal("asked for " + status, job["friendlymessage"]);
        Assert.Contains("InvalidPluginExecutionException", (string)job["message"], StringComparison.Ordinal);
        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void Jobs_run_in_the_order_of_creation_and_within_an_operation_by_rank()
    {
        Step second = _environment.Later("Create", "account", "CreateTask", "second");
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = second.PluginType,
            Configuration = "first",
            Message = "Create",
            Table = "account",
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
            Rank = 0,
        });
        _environment.Later("Create", "contact", "CreateTask", "third");
        _environment.CreateAccount();
        _environment.Service.Create(new Entity("contact") { ["lastname"] = "Meyer" });

        _environment.Dataverse.RunAsyncJobs();

        QueryExpression tasks = new("task") { ColumnSet = new ColumnSet("subject") };
        Assert.Equal(
            ["first", "second", "third"],
            _environment.Service.RetrieveMultiple(tasks).Entities.Select(task => (string)task["subject"]));
    }

    [Fact]
    public void The_list_of_jobs_leaves_out_what_succeeded()
    {
        _environment.Later("Create", "account", "CreateTask", "x");
        _environment.Later("Create", "account", "Refuse", "no");
        _environment.Later("Create", "contact", "CreateTask", "later");
        _environment.CreateAccount();
        _environment.Dataverse.RunAsyncJobs();
        _environment.Service.Create(new Entity("contact") { ["lastname"] = "Meyer" });

        Assert.Equal(
            [(JobStatus.Failed, "no"), (JobStatus.WaitingForResources, "")],
            _environment.Dataverse.Jobs.Select(job => (job.Status, job.Message)));
    }
}
