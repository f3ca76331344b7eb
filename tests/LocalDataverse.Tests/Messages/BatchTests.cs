using System;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Tests.Messages;

public sealed class BatchTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Theory]
    [InlineData(true, 2, 3)]
    [InlineData(false, 1, 2)]
    public void ExecuteMultiple_goes_on_after_a_fault_only_when_told(bool goOn, int accounts, int responses)
    {
        ExecuteMultipleResponse response = Multiple(
            goOn,
            Named("A"),
            new Entity("account") { ["nothing"] = 1 },
            Named("B"));

        Assert.True(response.IsFaulted);
        Assert.Equal(accounts, _environment.Count("account"));
        Assert.Equal(responses, response.Responses.Count);
        Assert.Equal(1, response.Responses[1].RequestIndex);
        Assert.Equal(-2147217149, response.Responses[1].Fault.ErrorCode);
    }

    [Fact]
    public void ExecuteMultiple_without_responses_returns_faults_only()
    {
        ExecuteMultipleRequest request = new()
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = false },
            Requests =
            [
                new CreateRequest { Target = Named("A") },
                new CreateRequest { Target = new Entity("nothing") },
            ],
        };

        ExecuteMultipleResponse response = (ExecuteMultipleResponse)_environment.Service.Execute(request);

        ExecuteMultipleResponseItem item = Assert.Single(response.Responses);
        Assert.Equal(1, item.RequestIndex);
    }

    [Fact]
    public void ExecuteTransaction_takes_everything_back_and_says_which_request_failed()
    {
        ExecuteTransactionRequest request = new()
        {
            Requests =
            [
                new CreateRequest { Target = Named("A") },
                new CreateRequest { Target = Named("B") },
                new CreateRequest { Target = Named(new string('x', 200)) },
            ],
        };

        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => _environment.Service.Execute(request));

        ExecuteTransactionFault detail = Assert.IsType<ExecuteTransactionFault>(fault.Detail);
        Assert.Equal(2, detail.FaultedRequestIndex);
        Assert.Equal(-2147204303, detail.ErrorCode);
        Assert.Equal(0, _environment.Count("account"));
    }

    [Fact]
    public void ExecuteTransaction_returns_responses_in_order_when_asked()
    {
        ExecuteTransactionRequest request = new()
        {
            ReturnResponses = true,
            Requests = [new CreateRequest { Target = Named("A") }, new WhoAmIRequest()],
        };

        ExecuteTransactionResponse response = (ExecuteTransactionResponse)_environment.Service.Execute(request);

        Assert.IsType<CreateResponse>(response.Responses[0]);
        Assert.Equal(_environment.Dataverse.AdministratorId, ((WhoAmIResponse)response.Responses[1]).UserId);
    }

    [Fact]
    public void Asynchronous_steps_of_a_transaction_wait_for_its_end()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.CreateTask",
            Message = "Create",
            Table = "account",
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
            Configuration = "later",
        });
        ExecuteTransactionRequest request = new()
        {
            Requests =
            [
                new CreateRequest { Target = Named("A") },
                new CreateRequest { Target = new Entity("nothing") },
            ],
        };

        TestEnvironment.FaultOf(() => _environment.Service.Execute(request));

        Assert.Equal(0, _environment.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void A_message_that_is_not_there_is_refused_by_name()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Execute(new OrganizationRequest("Teleport")));

        Assert.Contains("'Teleport'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("local Dataverse", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Untyped_requests_work_like_typed_ones()
    {
        OrganizationResponse response = _environment.Service.Execute(
            new OrganizationRequest("Create") { ["Target"] = Named("A") });

        Assert.NotEqual(Guid.Empty, (Guid)response["id"]);
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Execute(new OrganizationRequest("Create")));
        Assert.Contains("'Target'", fault.Message, StringComparison.Ordinal);
    }

    private static Entity Named(string name) => new("account") { ["name"] = name };

    private ExecuteMultipleResponse Multiple(bool goOn, params Entity[] rows)
    {
        ExecuteMultipleRequest request = new()
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = goOn, ReturnResponses = true },
            Requests = [],
        };
        foreach (Entity row in rows)
        {
            request.Requests.Add(new CreateRequest { Target = row });
        }

        return (ExecuteMultipleResponse)_environment.Service.Execute(request);
    }
}
