using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class DeleteMultipleRequest : OrganizationRequest
{
    public DeleteMultipleRequest()
    {
        RequestName = "DeleteMultiple";
        Targets = null;
    }

    public EntityReferenceCollection Targets
    {
        get => Parameters.Read<EntityReferenceCollection>(nameof(Targets));
        set => Parameters[nameof(Targets)] = value;
    }
}
