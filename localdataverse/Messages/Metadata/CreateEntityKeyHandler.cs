using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>The index is built at once, or by the jobs if the options say so; duplicates make it fail.</summary>
internal sealed class CreateEntityKeyHandler : IMessageHandler
{
    public string Message => "CreateEntityKey";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string table = request.Required<string>("EntityName");
        EntityKeyMetadata written = request.Required<EntityKeyMetadata>("EntityKey");
        KeyIndexStatus status = KeyIndexes.Judge(
            operation.Session, operation.Tables.Get(table), written.KeyAttributes ?? [],
            operation.Engine.Options.KeyIndexesInBackground);
        AlternateKey key = new MetadataChanges(operation.Tables).AddKey(table, written, status);
        MetadataJournal.Append(operation.Session, request);
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection { ["EntityKeyId"] = MetadataIds.OfKey(table, key.LogicalName) },
        };
    }
}
