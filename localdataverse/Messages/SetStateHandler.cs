using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>
/// Does its work by an Update of state and status, whose steps run too. Status -1: the state's default.
/// </summary>
internal sealed class SetStateHandler : IMessageHandler
{
    private const int DefaultStatus = -1;

    public string Message => "SetState";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("EntityMoniker");
        Entity changes = new(row.LogicalName, row.Id) { ["statecode"] = request.Required<OptionSetValue>("State") };
        OptionSetValue status = request.Required<OptionSetValue>("Status");
        if (status.Value != DefaultStatus)
        {
            changes["statuscode"] = status;
        }

        SpecializedEvents.SetState(operation, request, changes);
        return new SetStateResponse();
    }
}
