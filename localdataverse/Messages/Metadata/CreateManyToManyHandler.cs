using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class CreateManyToManyHandler : IMessageHandler
{
    public string Message => "CreateManyToMany";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Relationship relationship = new MetadataChanges(operation.Tables).AddManyToMany(
            request.Required<string>("IntersectEntitySchemaName"),
            request.Required<ManyToManyRelationshipMetadata>("ManyToManyRelationship"));
        MetadataJournal.Append(operation.Session, request);
        return new CreateManyToManyResponse
        {
            Results = new ParameterCollection
            {
                ["ManyToManyRelationshipId"] = MetadataIds.OfRelationship(relationship.SchemaName),
            },
        };
    }
}
