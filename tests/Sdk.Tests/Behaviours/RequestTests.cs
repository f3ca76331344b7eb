using System;
using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Sdk.Tests.Behaviours;

public sealed class RequestTests
{
    [Fact]
    public void Indexing_a_missing_parameter_throws_with_its_name()
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => new OrganizationRequest("x")["a"]);
        Assert.Contains("'a'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_result_that_is_missing_reads_as_default()
    {
        Assert.Equal(Guid.Empty, new CreateResponse().id);
        Assert.False(new UpsertResponse().RecordCreated);
    }

    [Fact]
    public void A_typed_parameter_that_is_missing_reads_as_default()
    {
        Assert.Null(new RetrieveMultipleRequest().Query);
    }

    [Fact]
    public void An_update_names_no_concurrency_behaviour_until_it_is_set()
    {
        var request = new UpdateRequest();
        Assert.Equal(ConcurrencyBehavior.Default, request.ConcurrencyBehavior);
        Assert.Equal(["Target"], request.Parameters.Keys);
    }

    [Fact]
    public void A_batch_stops_at_the_first_error_and_returns_no_responses_by_default()
    {
        var settings = new ExecuteMultipleSettings();
        Assert.False(settings.ContinueOnError);
        Assert.False(settings.ReturnResponses);
    }

    [Fact]
    public void A_new_fault_has_no_error_code()
    {
        var thrown = new FaultException<OrganizationServiceFault>(new OrganizationServiceFault());
        Assert.Equal(0, thrown.Detail.ErrorCode);
    }

    [Fact]
    public void The_message_of_a_fault_is_its_reason()
    {
        var fault = new OrganizationServiceFault { ErrorCode = 5, Message = "inside" };
        Assert.Equal("outside", new FaultException<OrganizationServiceFault>(fault, "outside").Message);
        var reason = new FaultReason(new FaultReasonText("outside"));
        Assert.Equal("outside", new FaultException<OrganizationServiceFault>(fault, reason).Message);
    }
}
