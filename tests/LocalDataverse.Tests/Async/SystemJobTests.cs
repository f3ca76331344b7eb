using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Async;

public sealed class SystemJobTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void An_asynchronous_step_waits_until_jobs_are_run()
    {
        Register("CreateTask", "later");

        _environment.CreateAccount();

        Assert.Equal(0, _environment.Count("task"));
        Assert.Equal(1, _environment.Dataverse.WaitingJobs);
        Assert.Equal(0, Status(Job()));
        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(1, _environment.Count("task"));
        Assert.Equal(30, Status(Job()));
    }

    [Fact]
    public void No_job_stays_of_an_operation_that_was_rolled_back()
    {
        Register("CreateTask", "later");
        _environment.On("Create", "account", Stage.PostOperation, "Refuse", "no");

        TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(0, _environment.Count("asyncoperation"));
    }

    [Fact]
    public void A_job_sees_the_operation_as_it_was_outside_of_the_transaction()
    {
        Guid id = _environment.CreateAccount("Old");
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "Update",
            Table = "account",
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
            Images = [new StepImage { Alias = "image", Type = ImageType.Both, Columns = ["name"] }],
        });
        _environment.Service.Update(new Entity("account", id) { ["name"] = "New" });
        _environment.Service.Update(new Entity("account", id) { ["name"] = "Newer" });

        string trace = _environment.Traced(() => _environment.Dataverse.RunAsyncJobs());

        Assert.Contains("Update account stage 40 mode 1 depth 1 transaction False", trace, StringComparison.Ordinal);
        Assert.Matches(
            "(?s)pre image: name=Old.*post image: name=New\n.*pre image: name=New\n.*post image: name=Newer",
            trace);
    }

    [Fact]
    public void A_failed_job_stays_visible_with_its_message_and_is_not_run_again()
    {
        Register("Refuse", "cannot");
        _environment.CreateAccount();

        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());

        Entity job = Job();
        Assert.Equal(31, Status(job));
        Assert.Equal("cannot", job["friendlymessage"]);
        Assert.Equal(-2147220891, job["errorcode"]);
        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void A_job_that_fails_keeps_what_it_wrote_before()
    {
        Register("SwallowFault", null);
        Register("CreateTask", "after");
        _environment.CreateAccount();

        Assert.Equal(2, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(1, _environment.Count("task"));
    }

    [Fact]
    public void Jobs_that_jobs_create_are_run_in_the_same_call_and_count_on_in_depth()
    {
        Register("CreateTask", "x");
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "Create",
            Table = "task",
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
        });
        _environment.CreateAccount();

        string trace = _environment.Traced(() => Assert.Equal(2, _environment.Dataverse.RunAsyncJobs()));

        Assert.Contains("Create task stage 40 mode 1 depth 2", trace, StringComparison.Ordinal);
    }

    private void Register(string plugin, string? configuration) => _environment.Dataverse.RegisterStep(new Step
    {
        PluginType = "TestPlugins." + plugin,
        Message = "Create",
        Table = "account",
        Stage = Stage.PostOperation,
        Mode = StepMode.Asynchronous,
        Configuration = configuration,
    });

    private Entity Job() => _environment.Service
        .RetrieveMultiple(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet(true) })
        .Entities.Single();

    private static int Status(Entity job) => job.GetAttributeValue<OptionSetValue>("statuscode").Value;
}
