using System.Globalization;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveAllEntitiesHandler : IMessageHandler
{
    public string Message => "RetrieveAllEntities";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityFilters filters = request.Optional<EntityFilters>("EntityFilters");
        TableMetadataWriter writer = new(operation.Tables, operation.QueryContext().Language);
        return new RetrieveAllEntitiesResponse
        {
            Results = new ParameterCollection
            {
                ["EntityMetadata"] = operation.Tables.Tables.Select(t => writer.Write(t, filters)).ToArray(),
                ["Timestamp"] = operation.Clock.GetUtcNow().ToUnixTimeMilliseconds()
                    .ToString(CultureInfo.InvariantCulture),
            },
        };
    }
}
