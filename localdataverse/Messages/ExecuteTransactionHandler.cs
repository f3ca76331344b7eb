using System;
using System.ServiceModel;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>All requests in one transaction; the fault says which one broke it.</summary>
internal sealed class ExecuteTransactionHandler : IMessageHandler
{
    public string Message => "ExecuteTransaction";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        OrganizationRequestCollection requests = request.Required<OrganizationRequestCollection>("Requests");
        BatchLimit.Check(Message, requests.Count, operation.Engine.Options.Limits.TransactionRequests);
        bool wanted = request.Optional<bool?>("ReturnResponses") ?? false;
        OrganizationResponseCollection responses = new();
        for (int i = 0; i < requests.Count; i++)
        {
            OrganizationResponse response = Run(operation, requests[i], i);
            if (wanted)
            {
                responses.Add(response);
            }
        }

        return new ExecuteTransactionResponse { Results = new ParameterCollection { ["Responses"] = responses } };
    }

    private static OrganizationResponse Run(Operation operation, OrganizationRequest request, int index)
    {
        if (request.RequestName is "ExecuteMultiple" or "ExecuteTransaction")
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument, $"{request.RequestName} cannot be nested within ExecuteTransaction.");
        }

        try
        {
            return operation.Relay(request);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            throw WithIndex(fault.Detail, index);
        }
    }

    private static Exception WithIndex(OrganizationServiceFault cause, int index)
    {
        ExecuteTransactionFault fault = new()
        {
            FaultedRequestIndex = index,
            ErrorCode = cause.ErrorCode,
            Message = cause.Message,
            Timestamp = cause.Timestamp,
            TraceText = cause.TraceText,
            InnerFault = cause,
        };
        fault.ErrorDetails.AddRange(cause.ErrorDetails);
        return Fault.From(fault);
    }
}
