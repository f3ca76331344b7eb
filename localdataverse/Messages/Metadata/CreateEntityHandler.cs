using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class CreateEntityHandler : IMessageHandler
{
    public string Message => "CreateEntity";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        MetadataChanges changes = new(operation.Tables);
        AttributeMetadata primaryName = request.Required<AttributeMetadata>("PrimaryAttribute");
        Table table = changes.AddTable(request.Required<EntityMetadata>("Entity"), primaryName);
        MetadataJournal.Append(operation.Session, request);
        return new CreateEntityResponse
        {
            Results = new ParameterCollection
            {
                ["EntityId"] = MetadataIds.OfTable(table.LogicalName),
                ["AttributeId"] = MetadataIds.OfColumn(table.LogicalName, table.PrimaryName!),
            },
        };
    }
}
