using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class PluginExceptionTests
{
    private const int GeneralException = unchecked((int)0x80131500);

    [Fact]
    public void Without_arguments_it_has_the_general_message_and_code()
    {
        var thrown = new InvalidPluginExecutionException();
        Assert.Equal(
            "Exception of type 'Microsoft.Xrm.Sdk.InvalidPluginExecutionException' was thrown.", thrown.Message);
        Assert.Equal(-2146233088, thrown.ErrorCode);
        Assert.Equal(OperationStatus.Failed, thrown.Status);
    }

    [Fact]
    public void With_a_message_the_code_is_still_the_general_one()
    {
        var thrown = new InvalidPluginExecutionException("No points.");
        Assert.Equal("No points.", thrown.Message);
        Assert.Equal(GeneralException, thrown.ErrorCode);
        Assert.Equal(GeneralException, thrown.HResult);
        Assert.Equal(OperationStatus.Failed, thrown.Status);
    }

    [Fact]
    public void A_plugin_can_give_its_own_code()
    {
        Assert.Equal(7, new InvalidPluginExecutionException(OperationStatus.Failed, 7, "No points.").ErrorCode);
    }

    [Fact]
    public void A_plugin_can_ask_for_a_retry()
    {
        Assert.Equal(OperationStatus.Retry, new InvalidPluginExecutionException(OperationStatus.Retry).Status);
        var details = new Dictionary<string, string>();
        var thrown = new InvalidPluginExecutionException(OperationStatus.Retry, "later", details);
        Assert.Equal(OperationStatus.Retry, thrown.Status);
    }

    [Fact]
    public void The_cause_stays_inside()
    {
        var cause = new TimeoutException();
        Assert.Same(cause, new InvalidPluginExecutionException("late", cause).InnerException);
    }

    [Fact]
    public void Http_status_and_details_are_kept()
    {
        var details = new Dictionary<string, string> { ["member"] = "1" };
        var thrown = new InvalidPluginExecutionException("late", PluginHttpStatusCode.Conflict, details);
        Assert.Equal(PluginHttpStatusCode.Conflict, thrown.HttpStatus);
        Assert.Equal("1", thrown.ExceptionDetails["member"]);
    }
}
