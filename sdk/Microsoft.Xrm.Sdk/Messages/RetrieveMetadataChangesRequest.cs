using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveMetadataChangesRequest : OrganizationRequest
{
    public RetrieveMetadataChangesRequest()
    {
        RequestName = "RetrieveMetadataChanges";
    }

    public string ClientVersionStamp
    {
        get => Parameters.Read<string>(nameof(ClientVersionStamp));
        set => Parameters[nameof(ClientVersionStamp)] = value;
    }

    public DeletedMetadataFilters DeletedMetadataFilters
    {
        get => Parameters.Read<DeletedMetadataFilters>(nameof(DeletedMetadataFilters));
        set => Parameters[nameof(DeletedMetadataFilters)] = value;
    }

    public EntityQueryExpression Query
    {
        get => Parameters.Read<EntityQueryExpression>(nameof(Query));
        set => Parameters[nameof(Query)] = value;
    }

    public bool RetrieveAllSettings
    {
        get => Parameters.Read<bool>(nameof(RetrieveAllSettings));
        set => Parameters[nameof(RetrieveAllSettings)] = value;
    }
}
