using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class RetrieveOptionSetRequest : OrganizationRequest
{
    public RetrieveOptionSetRequest()
    {
        RequestName = "RetrieveOptionSet";
        MetadataId = Guid.Empty;
        RetrieveAsIfPublished = false;
    }

    public Guid MetadataId
    {
        get => Parameters.Read<Guid>(nameof(MetadataId));
        set => Parameters[nameof(MetadataId)] = value;
    }

    public bool RetrieveAsIfPublished
    {
        get => Parameters.Read<bool>(nameof(RetrieveAsIfPublished));
        set => Parameters[nameof(RetrieveAsIfPublished)] = value;
    }

    public string Name
    {
        get => Parameters.Read<string>(nameof(Name));
        set => Parameters[nameof(Name)] = value;
    }
}
