using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>The key is active at once; in the cloud its index is built by a background job.</summary>
internal sealed class CreateEntityKeyHandler : IMessageHandler
{
    public string Message => "CreateEntityKey";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string table = request.Required<string>("EntityName");
        AlternateKey key = new MetadataChanges(operation.Tables).AddKey(
            table, request.Required<EntityKeyMetadata>("EntityKey"));
        MetadataJournal.Append(operation.Session, request);
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection { ["EntityKeyId"] = MetadataIds.OfKey(table, key.LogicalName) },
        };
    }
}
