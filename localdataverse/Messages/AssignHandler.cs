using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>
/// Does its work by an Update of the owner, whose steps run too. Rows below follow as their relationships say.
/// </summary>
internal sealed class AssignHandler : IMessageHandler
{
    public string Message => "Assign";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        EntityReference owner = request.Required<EntityReference>("Assignee");
        if (operation.Tables.Get(row.LogicalName).Ownership != Ownership.User)
        {
            throw Fault.Because(
                ErrorCodes.EntityDoesNotSupportMessage,
                $"The 'Assign' method does not support entities of type '{row.LogicalName}': they have no owner.");
        }

        Entity changes = new(row.LogicalName, row.Id) { ["ownerid"] = owner };
        SpecializedEvents.Assign(operation, request, changes);
        return new AssignResponse();
    }
}
