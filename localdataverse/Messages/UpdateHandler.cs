using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

internal sealed class UpdateHandler : IMessageHandler
{
    public string Message => "Update";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        RowWriter.Update(
            operation,
            request.Required<Entity>("Target"),
            request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior"));
        return new UpdateResponse();
    }
}
