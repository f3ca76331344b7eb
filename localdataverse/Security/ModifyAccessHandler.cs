using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

internal sealed class ModifyAccessHandler : IMessageHandler
{
    public string Message => "ModifyAccess";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        PrincipalAccess access = request.Required<PrincipalAccess>("PrincipalAccess");
        Sharing.Check(operation, row, access.Principal);
        new ShareRows(operation, access.Principal).Replace(row, access.AccessMask);
        return new ModifyAccessResponse();
    }
}
