using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

internal sealed class UpdateMultipleHandler : IMessageHandler
{
    public string Message => "UpdateMultiple";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        ConcurrencyBehavior concurrency = request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior");
        foreach (Entity row in request.Required<EntityCollection>("Targets").Entities)
        {
            RowWriter.Update(
                operation,
                row,
                SpecializedEvents.Raise(operation, request, row) ? ConcurrencyBehavior.Default : concurrency);
        }

        return new UpdateMultipleResponse();
    }
}
