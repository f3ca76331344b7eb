using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

internal sealed class DeleteHandler : IMessageHandler
{
    public string Message => "Delete";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        RowWriter.Delete(
            operation,
            request.Required<EntityReference>("Target"),
            request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior"));
        return new DeleteResponse();
    }
}
