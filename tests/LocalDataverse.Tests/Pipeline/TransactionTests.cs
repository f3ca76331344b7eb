using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Pipeline;

public sealed class TransactionTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_refusal_arrives_with_the_plugins_message_and_the_platforms_code()
    {
        _environment.On("Create", "account", Stage.PreOperation, "Refuse", "Not today.");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal("Not today.", fault.Message);
        Assert.Equal(-2147220891, fault.ErrorCode);
        Assert.Equal(_environment.Clock.GetUtcNow().UtcDateTime, fault.Timestamp);
        Assert.Contains("about to refuse", fault.TraceText, StringComparison.Ordinal);
        Assert.Equal(0, _environment.Count("account"));
    }

    [Fact]
    public void Another_exception_of_a_plugin_is_an_unexpected_error_that_names_plugin_and_exception()
    {
        _environment.On("Create", "account", Stage.PreOperation, "FailUnexpectedly");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(-2147220956, fault.ErrorCode);
        Assert.EndsWith(
            "Unexpected exception from plug-in (Execute): TestPlugins.FailUnexpectedly: "
                + "System.InvalidOperationException: a mistake",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_after_the_write_takes_back_the_row_and_what_other_plugins_wrote()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "first");
        _environment.On("Create", "account", Stage.PostOperation, "Refuse", "no");

        TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(0, _environment.Count("account"));
        Assert.Equal(0, _environment.Count("task"));
    }

    [Fact]
    public void A_refusal_in_a_nested_request_takes_back_its_callers_too()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CreateTask", "nested");
        _environment.On("Create", "task", Stage.PostOperation, "Refuse", "no tasks");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal("no tasks", fault.Message);
        Assert.Equal(-2147220891, fault.ErrorCode);
        Assert.Equal("no tasks", fault.InnerFault.Message);
        Assert.Equal(0, _environment.Count("account"));
        Assert.Equal(0, _environment.Count("task"));
    }

    [Fact]
    public void What_pre_validation_wrote_stays_when_the_transaction_is_rolled_back()
    {
        _environment.On("Create", "account", Stage.PreValidation, "CreateTask", "outside");
        _environment.On("Create", "account", Stage.PreOperation, "Refuse", "no");

        TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(0, _environment.Count("account"));
        Assert.Equal(1, _environment.Count("task"));
    }

    [Fact]
    public void A_swallowed_fault_dooms_the_transaction_of_a_synchronous_plugin()
    {
        _environment.On("Create", "account", Stage.PostOperation, "SwallowFault");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.CreateAccount());

        Assert.Equal(-2146893812, fault.ErrorCode);
        Assert.Equal(
            "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from "
                + "OrganizationService calls and continue processing.",
            fault.Message);
        Assert.Equal(0, _environment.Count("account"));
    }

    [Fact]
    public void A_request_after_a_swallowed_fault_finds_no_transaction()
    {
        _environment.On("Create", "account", Stage.PostOperation, "SwallowFault", "again");

        string trace = _environment.Traced(() => TestEnvironment.FaultOf(() => _environment.CreateAccount()));

        Assert.Contains("| swallowed -2147220969 ", trace, StringComparison.Ordinal);
        Assert.Contains("| swallowed -2147220911 There is no active transaction.", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_transaction_a_fault_may_be_swallowed()
    {
        _environment.On("Create", "account", Stage.PreValidation, "SwallowFault");

        _environment.CreateAccount();

        Assert.Equal(1, _environment.Count("account"));
    }

    [Fact]
    public void Stages_say_whether_they_are_in_the_transaction()
    {
        _environment.On("Create", "account", Stage.PreValidation, "DescribeContext");
        _environment.On("Create", "account", Stage.PreOperation, "DescribeContext");
        _environment.On("Create", "account", Stage.PostOperation, "DescribeContext");

        string trace = _environment.Traced(() => _environment.CreateAccount());

        Assert.Contains("stage 10 mode 0 depth 1 transaction False", trace, StringComparison.Ordinal);
        Assert.Contains("stage 20 mode 0 depth 1 transaction True", trace, StringComparison.Ordinal);
        Assert.Contains("stage 40 mode 0 depth 1 transaction True", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_is_stopped_at_depth_8_and_nothing_of_it_stays()
    {
        Guid id = _environment.CreateAccount();
        _environment.On("Update", "account", Stage.PostOperation, "TouchForever");
        OrganizationServiceFault fault = null!;

        string trace = _environment.Traced(() => fault = TestEnvironment.FaultOf(
            () => _environment.Service.Update(new Entity("account", id) { ["fax"] = "0" })));

        Assert.Equal(-2147204734, fault.ErrorCode);
        Assert.StartsWith(
            "This workflow job was canceled because the workflow that started it",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("| depth 8\n", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("| depth 9\n", trace, StringComparison.Ordinal);
        Assert.False(_environment.Account(id).Contains("fax"));
    }

    [Fact]
    public void A_plugin_reads_and_updates_the_parent_in_the_same_transaction()
    {
        Guid id = _environment.CreateAccount();
        _environment.On("Create", "contact", Stage.PostOperation, "AddToParent");

        for (int i = 0; i < 3; i++)
        {
            _environment.Service.Create(new Entity("contact")
            {
                ["lastname"] = "Meyer",
                ["parentcustomerid"] = new EntityReference("account", id),
            });
        }

        Entity account = _environment.Service.Retrieve("account", id, new ColumnSet("numberofemployees"));
        Assert.Equal(3, account["numberofemployees"]);
    }
}
