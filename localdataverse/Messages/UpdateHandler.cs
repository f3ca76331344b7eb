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
        Entity target = request.Required<Entity>("Target");
        ConcurrencyBehavior concurrency = SpecializedEvents.Raise(operation, request, target)
            ? ConcurrencyBehavior.Default
            : request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior");
        RowWriter.Update(operation, target, concurrency);
        return new UpdateResponse();
    }
}
