using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

internal sealed class RevokeAccessHandler : IMessageHandler
{
    public string Message => "RevokeAccess";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        EntityReference principal = request.Required<EntityReference>("Revokee");
        Sharing.Check(operation, row, principal);
        new ShareRows(operation, principal).Revoke(row);
        return new RevokeAccessResponse();
    }
}
