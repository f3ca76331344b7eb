using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>
/// Does its work by an Update of the owner, whose steps run too. Cascading relationships are not followed.
/// </summary>
internal sealed class AssignHandler : IMessageHandler
{
    public string Message => "Assign";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        EntityReference owner = request.Required<EntityReference>("Assignee");
        Entity changes = new(row.LogicalName, row.Id) { ["ownerid"] = owner };
        operation.Execute(new UpdateRequest { Target = changes }.With(request));
        return new AssignResponse();
    }
}
