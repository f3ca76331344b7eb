using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateEntityKeyRequest : OrganizationRequest
{
    public CreateEntityKeyRequest()
    {
        RequestName = "CreateEntityKey";
        EntityKey = null;
        EntityName = null;
    }

    public EntityKeyMetadata EntityKey
    {
        get => Parameters.Read<EntityKeyMetadata>(nameof(EntityKey));
        set => Parameters[nameof(EntityKey)] = value;
    }

    public string EntityName
    {
        get => Parameters.Read<string>(nameof(EntityName));
        set => Parameters[nameof(EntityName)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
