using System.ServiceModel;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>Each request on its own, in its own transaction; inside a plugin they share the plugin's.</summary>
internal sealed class ExecuteMultipleHandler : IMessageHandler
{
    public string Message => "ExecuteMultiple";

    public TransactionUse Transaction => TransactionUse.Suppressed;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        OrganizationRequestCollection requests = request.Required<OrganizationRequestCollection>("Requests");
        ExecuteMultipleSettings settings = request.Required<ExecuteMultipleSettings>("Settings");
        BatchLimit.Check(Message, requests.Count, operation.Engine.Options.Limits.BatchRequests);
        ExecuteMultipleResponseItemCollection items = new();
        bool faulted = false;
        for (int i = 0; i < requests.Count; i++)
        {
            if (operation.Caller.Context is null && !operation.Unit.InTransaction)
            {
                operation.Engine.Time.Start(operation.Unit);
            }

            ExecuteMultipleResponseItem item = Run(operation, requests[i], i);
            faulted |= item.Fault is not null;
            if (item.Fault is not null || settings.ReturnResponses)
            {
                items.Add(item);
            }

            if (item.Fault is not null && !settings.ContinueOnError)
            {
                break;
            }
        }

        return new ExecuteMultipleResponse
        {
            Results = new ParameterCollection { ["Responses"] = items, ["IsFaulted"] = faulted },
        };
    }

    private static ExecuteMultipleResponseItem Run(Operation operation, OrganizationRequest request, int index)
    {
        ExecuteMultipleResponseItem item = new() { RequestIndex = index };
        if (request.RequestName == "ExecuteMultiple")
        {
            item.Fault = new OrganizationServiceFault
            {
                ErrorCode = ErrorCodes.InvalidArgument,
                Message = "ExecuteMultiple cannot be nested within another ExecuteMultiple.",
            };
            return item;
        }

        try
        {
            item.Response = operation.Relay(request);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            item.Fault = fault.Detail;
        }

        return item;
    }
}
