using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveRelationshipHandler : IMessageHandler
{
    public string Message => "RetrieveRelationship";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string? name = request.Optional<string>("Name");
        if (string.IsNullOrEmpty(name)) throw Fault.NotSupported("RetrieveRelationship by MetadataId");
        Relationship relationship = operation.Tables.FindRelationship(name)
            ?? throw QueryFault.UnknownMetadata("relationship", name);
        return new RetrieveRelationshipResponse
        {
            Results = new ParameterCollection { ["RelationshipMetadata"] = TableMetadataWriter.Write(relationship) },
        };
    }
}
