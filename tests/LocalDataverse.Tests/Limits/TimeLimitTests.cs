using System;
using Dataverse.Local.Async;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Limits;

public sealed class TimeLimitTests : IDisposable
{
    private const int Unexpected = unchecked((int)0x80040224);
    private const int TimedOut = -2147204751;

    private const string TooLate =
        "An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in "
        + "(Execute): TestPlugins.Wait: System.TimeoutException: Couldn't complete execution of the TestPlugins.Wait "
        + "plug-in within the 2-minute limit.";

    private readonly TestEnvironment _environment = new();
    private readonly SharedClock _clock;

    public TimeLimitTests() => _clock = new SharedClock(_environment.Clock);

    public void Dispose()
    {
        _clock.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void A_plugin_of_two_minutes_passes()
    {
        OnCreate("wait:120 ask");

        _environment.CreateAccount();

        Assert.Equal(1, _environment.Count("account"));
    }

    [Theory]
    [InlineData("wait:120.001")]
    [InlineData("create wait:121 ask")]
    [InlineData("wait:121 wrap")]
    public void A_plugin_that_takes_longer_is_stopped_and_all_of_it_rolled_back(string script)
    {
        OnCreate(script);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal((Unexpected, TooLate), (fault.ErrorCode, fault.Message));
        Assert.Equal(0, _environment.Count("account"));
        Assert.Equal(0, _environment.Count("task"));
    }

    [Fact]
    public void A_late_plugin_is_stopped_at_its_next_request()
    {
        OnCreate("wait:60 ask wait:61 ask ask");

        string trace = TestEnvironment.FaultOf(() => _environment.CreateAccount()).TraceText;

        Assert.Equal(2, trace.Split("asked").Length);
    }

    [Theory]
    [InlineData("wait:60", "wait:60", false)]
    [InlineData("wait:60", "wait:60.001", true)]
    [InlineData("wait:90", "wait:31 ask", true)]
    public void Two_minutes_are_for_all_plugins_of_an_operation_together(string first, string second, bool isLate)
    {
        OnCreate(first, Stage.PreOperation);
        OnCreate(second);

        if (!isLate)
        {
            _environment.CreateAccount();
            return;
        }

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(TimedOut, fault.ErrorCode);
        Assert.Equal(
            "The plug-in execution failed because the operation has timed-out at the Sandbox Client.", fault.Message);
        Assert.Equal(0, _environment.Count("account"));
    }

    [Fact]
    public void A_transaction_counts_as_one_operation_the_requests_of_a_batch_each_for_itself()
    {
        OnCreate("wait:70");
        CreateRequest create = new() { Target = new Entity("account") { ["name"] = "A" } };
        ExecuteTransactionRequest together = new() { Requests = new OrganizationRequestCollection() };
        together.Requests.AddRange(create, create);
        ExecuteMultipleRequest apart = new()
        {
            Requests = together.Requests,
            Settings = new ExecuteMultipleSettings(),
        };

        Assert.Equal(TimedOut, TestEnvironment.FaultOf(() => _environment.Service.Execute(together)).ErrorCode);
        Assert.Equal(0, _environment.Count("account"));
        Assert.False(((ExecuteMultipleResponse)_environment.Service.Execute(apart)).IsFaulted);
    }

    [Fact]
    public void A_system_job_that_takes_longer_fails()
    {
        _environment.Later("Create", "account", "Wait", _clock.Key + " create wait:121 ask");
        _environment.CreateAccount();

        _environment.Dataverse.RunAsyncJobs();

        JobInfo job = Assert.Single(_environment.Dataverse.Jobs);
        Assert.Contains("within the 2-minute limit.", job.Message, StringComparison.Ordinal);
        Assert.Equal(1, _environment.Count("task"));
    }

    [Fact]
    public void An_operation_that_is_late_without_plugins_is_not_saved_and_gets_the_sql_timeout()
    {
        RunningClock clock = new();
        using LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions { Clock = clock });
        IOrganizationService service = dataverse.Connect();
        clock.Step = TimeSpan.FromMinutes(2.1);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => service.Create(new Entity("account")));

        clock.Step = TimeSpan.Zero;
        Assert.Equal(-2147204783, fault.ErrorCode);
        Assert.Empty(service.RetrieveMultiple(new QueryExpression("account")).Entities);
    }

    [Fact]
    public void Switched_off_both_limits_let_everything_pass()
    {
        using TestEnvironment patient = new(clock => new LocalDataverseOptions
        {
            Clock = clock,
            Limits = new PlatformLimits { Operation = null, Plugin = null },
        });
        using SharedClock clock = new(patient.Clock);
        patient.On("Create", "account", Stage.PostOperation, "Wait", clock.Key + " wait:1000 ask");

        patient.CreateAccount();

        Assert.Equal(1, patient.Count("account"));
    }

    [Fact]
    public void The_limits_are_what_the_options_say()
    {
        using TestEnvironment strict = new(clock => new LocalDataverseOptions
        {
            Clock = clock,
            Limits = new PlatformLimits { Plugin = TimeSpan.FromSeconds(30) },
        });
        using SharedClock clock = new(strict.Clock);
        strict.On("Create", "account", Stage.PostOperation, "Wait", clock.Key + " wait:31");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => strict.CreateAccount());

        Assert.EndsWith("within the 0.5-minute limit.", fault.Message, StringComparison.Ordinal);
    }

    private void OnCreate(string script, Stage stage = Stage.PostOperation) =>
        _environment.On("Create", "account", stage, "Wait", $"{_clock.Key} {script}");

    /// <summary>Goes on by a step whenever somebody looks.</summary>
    private sealed class RunningClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

        public TimeSpan Step { get; set; }

        public override DateTimeOffset GetUtcNow() => _now += Step;
    }
}
