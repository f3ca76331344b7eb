using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class CreateOneToManyHandler : IMessageHandler
{
    public string Message => "CreateOneToMany";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Relationship relationship = new MetadataChanges(operation.Tables).AddOneToMany(
            request.Required<OneToManyRelationshipMetadata>("OneToManyRelationship"),
            request.Required<LookupAttributeMetadata>("Lookup"));
        MetadataJournal.Append(operation.Session, request);
        return new CreateOneToManyResponse
        {
            Results = new ParameterCollection
            {
                ["RelationshipId"] = MetadataIds.OfRelationship(relationship.SchemaName),
                ["AttributeId"] = MetadataIds.OfColumn(relationship.ReferencingTable, relationship.ReferencingColumn),
            },
        };
    }
}
