using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class UpsertResponse : OrganizationResponse
{
    public bool RecordCreated => Results.Read<bool>(nameof(RecordCreated));

    public EntityReference Target => Results.Read<EntityReference>(nameof(Target));
}
