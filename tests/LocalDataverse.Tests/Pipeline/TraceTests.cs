using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Pipeline;

public sealed class TraceTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_trace_is_a_tree_of_requests_and_plugins_that_is_the_same_every_time()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "x");
        _environment.On("Create", "task", Stage.PreOperation, "CountRuns");
        RegisterLater("account", "CreateTask");

        OperationTrace trace = _environment.Dataverse.Trace(() =>
        {
            _environment.CreateAccount();
            _environment.Dataverse.RunAsyncJobs();
        });

        Assert.Equal(
            """
            Create account
              post-operation TestPlugins.CreateTask
                Create task
                  pre-operation TestPlugins.CountRuns
              asynchronous TestPlugins.CreateTask
                Create task
                  pre-operation TestPlugins.CountRuns

            """,
            trace.ToString());
    }

    [Fact]
    public void A_fault_stands_beside_the_lines_that_it_passed()
    {
        _environment.On("Create", "account", Stage.PreOperation, "Refuse", "no");

        OperationTrace trace = _environment.Dataverse.Trace(
            () => TestEnvironment.FaultOf(() => _environment.CreateAccount()));

        Assert.Equal("Create account -> no\n  pre-operation TestPlugins.Refuse -> no\n", trace.ToString());
    }

    [Fact]
    public void Requests_are_counted_by_message_and_origin()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "x");
        RegisterLater("account", "CreateTask");
        _environment.Dataverse.Requests.Reset();

        _environment.CreateAccount();
        _environment.Dataverse.RunAsyncJobs();

        RequestCounter requests = _environment.Dataverse.Requests;
        Assert.Equal(1, requests.Of(RequestOrigin.Outside));
        Assert.Equal(1, requests.Of(RequestOrigin.Plugin, "Create"));
        Assert.Equal(1, requests.Of(RequestOrigin.Job));
        Assert.Equal(0, requests.Of(RequestOrigin.Platform));
        Assert.Equal(3, requests.RowsWritten);
    }

    private void RegisterLater(string table, string plugin) => _environment.Dataverse.RegisterStep(new Step
    {
        PluginType = "TestPlugins." + plugin,
        Message = "Create",
        Table = table,
        Stage = Stage.PostOperation,
        Mode = StepMode.Asynchronous,
        Configuration = "later",
    });
}
