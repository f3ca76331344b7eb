using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

internal sealed class WhoAmIHandler : IMessageHandler
{
    public string Message => "WhoAmI";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation) => new WhoAmIResponse
    {
        Results = new ParameterCollection
        {
            ["UserId"] = operation.UserId,
            ["BusinessUnitId"] = operation.Rights.BusinessUnitId,
            ["OrganizationId"] = operation.Engine.Identity.OrganizationId,
        },
    };
}
