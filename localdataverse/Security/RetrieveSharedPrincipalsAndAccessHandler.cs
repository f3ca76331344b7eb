using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>With whom a row is shared, and for what; shares without a right are gone.</summary>
internal sealed class RetrieveSharedPrincipalsAndAccessHandler : IMessageHandler
{
    public string Message => "RetrieveSharedPrincipalsAndAccess";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        List<PrincipalAccess> found = [];
        foreach (Entity share in SharedAccess.SharesOf(operation.Session, row.Id))
        {
            if (SharedAccess.MaskOf(share) != AccessRights.None)
            {
                found.Add(new PrincipalAccess
                {
                    Principal = new EntityReference(
                        share.GetAttributeValue<string>("principaltypecode"),
                        share.GetAttributeValue<System.Guid>("principalid")),
                    AccessMask = SharedAccess.MaskOf(share),
                });
            }
        }

        return new RetrieveSharedPrincipalsAndAccessResponse
        {
            Results = new ParameterCollection { ["PrincipalAccesses"] = found.ToArray() },
        };
    }
}
