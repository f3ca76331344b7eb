using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveMetadataChangesResponse : OrganizationResponse
{
    public DeletedMetadataCollection DeletedMetadata =>
        Results.Read<DeletedMetadataCollection>(nameof(DeletedMetadata));

    public EntityMetadataCollection EntityMetadata => Results.Read<EntityMetadataCollection>(nameof(EntityMetadata));

    public string ServerVersionStamp => Results.Read<string>(nameof(ServerVersionStamp));
}
